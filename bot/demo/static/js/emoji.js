// Shortcodes that people and bots use in meetings; an unknown code stays as it was typed.

const NAMES = `
+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|ok_hand 👌|wave 👋|raised_hand ✋|raising_hand 🙋|clap 👏|pray 🙏
handshake 🤝|muscle 💪|point_right 👉|point_left 👈|point_up ☝️|point_down 👇|eyes 👀|writing_hand ✍️
smile 😄|smiley 😃|grinning 😀|slightly_smiling_face 🙂|wink 😉|blush 😊|joy 😂|thinking_face 🤔
neutral_face 😐|confused 😕|disappointed 😞|cry 😢|sweat_smile 😅|sunglasses 😎|heart ❤️|tada 🎉
sparkles ✨|star ⭐|fire 🔥|rocket 🚀|bulb 💡|zap ⚡|100 💯|trophy 🏆|medal 🏅|coffee ☕|cake 🍰
white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|x ❌|negative_squared_cross_mark ❎
heavy_plus_sign ➕|heavy_minus_sign ➖|question ❓|grey_question ❔|exclamation ❗|grey_exclamation ❕
warning ⚠️|no_entry ⛔|no_entry_sign 🚫|octagonal_sign 🛑|information_source ℹ️|new 🆕|ok 🆗|sos 🆘
red_circle 🔴|large_orange_circle 🟠|large_yellow_circle 🟡|large_green_circle 🟢|large_blue_circle 🔵
large_purple_circle 🟣|white_circle ⚪|black_circle ⚫|large_green_square 🟩|large_red_square 🟥
large_yellow_square 🟨|white_large_square ⬜|black_large_square ⬛|small_blue_diamond 🔹
calendar 📆|date 📅|spiral_calendar_pad 🗓️|clock1 🕐|clock2 🕑|alarm_clock ⏰|stopwatch ⏱️
hourglass ⌛|hourglass_flowing_sand ⏳|bell 🔔|no_bell 🔕|memo 📝|pencil 📝|pencil2 ✏️|clipboard 📋
page_facing_up 📄|page_with_curl 📃|bookmark_tabs 📑|file_folder 📁|open_file_folder 📂|books 📚
book 📖|link 🔗|paperclip 📎|pushpin 📌|round_pushpin 📍|scissors ✂️|lock 🔒|unlock 🔓|key 🔑
mag 🔍|mailbox 📫|email 📧|envelope ✉️|inbox_tray 📥|outbox_tray 📤|package 📦|speech_balloon 💬
thought_balloon 💭|left_speech_bubble 🗨️|loudspeaker 📢|mega 📣|bar_chart 📊|ballot_box_with_ballot 🗳️
chart_with_upwards_trend 📈|chart_with_downwards_trend 📉|gear ⚙️|wrench 🔧|hammer 🔨|computer 💻
telephone_receiver 📞|phone ☎️|iphone 📱|house 🏠|office 🏢|hospital 🏥|classical_building 🏛️
arrow_right ➡️|arrow_left ⬅️|arrow_up ⬆️|arrow_down ⬇️|arrows_counterclockwise 🔄|repeat 🔁
leftwards_arrow_with_hook ↩️|arrow_heading_up ⤴️|arrow_heading_down ⤵️|fast_forward ⏩|heavy_dollar_sign 💲
one 1️⃣|two 2️⃣|three 3️⃣|four 4️⃣|five 5️⃣|six 6️⃣|seven 7️⃣|eight 8️⃣|nine 9️⃣|keycap_ten 🔟|zero 0️⃣
busts_in_silhouette 👥|bust_in_silhouette 👤|robot_face 🤖|flag-dk 🇩🇰|flag-eu 🇪🇺|sunny ☀️|cloud ☁️
`;

const SIGNS = new Map(
  NAMES.trim()
    .split(/[\n|]/)
    .map((pair) => pair.trim().split(" ")),
);

/** The sign of a shortcode ("tada" → 🎉), or null if we don't know it. */
export function sign(name) {
  return SIGNS.get(name) ?? null;
}

/** Replaces the known `:codes:` in a text. */
export function withSigns(text) {
  return text.replace(/:([a-z0-9_+-]+):/g, (code, name) => sign(name) ?? code);
}
