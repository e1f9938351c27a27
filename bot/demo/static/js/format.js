// How dates, sizes and names are written: Danish and English house style.

const LOCALES = { da: "da-DK", en: "en-GB" };

function write(date, language, options) {
  return new Intl.DateTimeFormat(LOCALES[language], options).format(date);
}

/** A calendar day ("2022-03-10") as a date that has the same day in every zone. */
export function dayDate(day) {
  return new Date(`${day}T12:00:00Z`);
}

/** "torsdag den 10. marts 2022". */
export function longDay(day, language) {
  const options = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return write(dayDate(day), language, options);
}

/** "10. mar." for narrow screens. */
export function shortDay(day, language) {
  return write(dayDate(day), language, { day: "numeric", month: "short", timeZone: "UTC" });
}

/** "2022-03-10T14:00:00" → "14.00" (Danish) or "14:00". */
export function clockTime(local, language) {
  const time = local.slice(11, 16);
  return language === "da" ? time.replace(":", ".") : time;
}

/** The tokens of Slack's `<!date^…>` in the zone of the workspace. */
export function moment(at, format, zone, language) {
  const timeZone = zone || "UTC";
  const part = (options) => write(at, language, { timeZone, ...options });
  const long = () => part({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const plain = () => part({ day: "numeric", month: "long", year: "numeric" });
  const short = () => part({ day: "numeric", month: "short", year: "numeric" });
  const time = (seconds) =>
    part({ hour: "2-digit", minute: "2-digit", ...(seconds && { second: "2-digit" }) });
  const tokens = {
    date_num: () => part({ year: "numeric", month: "2-digit", day: "2-digit" }),
    date: plain, date_slash: () => part({ dateStyle: "short" }),
    date_pretty: plain, date_long: long, date_long_pretty: long, date_long_full: long,
    date_short: short, date_short_pretty: short, day_divider_pretty: long,
    time: () => time(false), time_secs: () => time(true), ago: plain,
  };
  return format.replace(/\{(\w+)\}/g, (token, name) => tokens[name]?.() ?? token);
}

/** Bytes as "24 kB" or "1,2 MB". */
export function size(bytes, language) {
  const number = (value, digits) =>
    new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: digits }).format(value);
  if (bytes < 1000) return `${number(bytes, 0)} B`;
  if (bytes < 1_000_000) return `${number(bytes / 1000, 0)} kB`;
  return `${number(bytes / 1_000_000, 1)} MB`;
}

/** Up to two letters of a name. */
export function initials(name) {
  const words = name.split(/[\s-]+/).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked.map((word) => word[0].toUpperCase()).join("") || "?";
}

/** Black or white, whichever reads better on `colour` (WCAG relative luminance). */
export function inkOn(colour) {
  const digits = /^#?([0-9a-f]{6})$/i.exec(colour ?? "")?.[1];
  if (!digits) return "#ffffff";
  const [red, green, blue] = [0, 2, 4].map((at) => linear(parseInt(digits.slice(at, at + 2), 16)));
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? "#ffffff" : "#10201f";
}

function linear(channel) {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
