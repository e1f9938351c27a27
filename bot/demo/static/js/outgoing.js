// What is typed → what is sent: letters escaped as Slack's own clients do, names as ids.

const word = /[\p{L}\p{N}_]/u;

function escape(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** "@Mette Holm" → "<@U…>", "#eoj" → "<#C…>"; the longest name wins, and only whole names count. */
export function outgoing(page, text) {
  const { personas, bot, channels } = page.server;
  const names = [
    ...personas.map((persona) => [`@${persona.real_name}`, `<@${persona.id}>`]),
    [`@${bot.name}`, `<@${bot.id}>`],
    ...channels.filter((each) => ["channel", "private"].includes(each.kind)).map((each) => [`#${each.name}`, `<#${each.id}>`]),
  ]
    .map(([name, id]) => [escape(name).toLocaleLowerCase(), id])
    .sort((a, b) => b[0].length - a[0].length);
  return replaceNames(escape(text), names);
}

function replaceNames(text, names) {
  const small = text.toLocaleLowerCase();
  if (small.length !== text.length) return text; // letters whose small form is longer: leave as typed
  let sent = "";
  for (let at = 0; at < text.length;) {
    const found = startsHere(text, at) && names.find(([name]) => small.startsWith(name, at) && endsThere(text, at + name.length));
    sent += found ? found[1] : text[at];
    at += found ? found[0].length : 1;
  }
  return sent;
}

function startsHere(text, at) {
  return (text[at] === "@" || text[at] === "#") && (at === 0 || !word.test(text[at - 1]));
}

function endsThere(text, at) {
  return at >= text.length || !word.test(text[at]);
}
