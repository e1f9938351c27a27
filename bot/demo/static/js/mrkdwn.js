// Slack's mrkdwn → descriptions of elements. The text is data: whatever stands in it that
// isn't a known form is shown as the letters it is.
// Source: docs.slack.dev, "Formatting message text".

import { h } from "./dom.js";
import { withSigns } from "./emoji.js";
import { moment } from "./format.js";

const STYLES = [
  { mark: "*", tag: "strong" },
  { mark: "_", tag: "em" },
  { mark: "~", tag: "s" },
];
const BOUNDARY = /[\s\p{P}\p{S}]/u;
const BARE_LINK = /https?:\/\/[^\s<>"']+[^\s<>"'.,:;!?)\]}]/g;
const SAFE_LINK = /^(https?:|mailto:)/i;

/** `&amp;`, `&lt;`, `&gt;` are the only entities that Slack knows. */
export function decode(text) {
  return text.replace(/&(amp|lt|gt);/g, (_, name) => ({ amp: "&", lt: "<", gt: ">" })[name]);
}

/** What `text` says with its references in words: inside code no form counts. */
function bare(text, names) {
  const shown = text.replace(/<([^<>\n]+)>/g, (_, inside) => referenceWords(inside, names));
  return withSigns(decode(shown));
}

/** A whole mrkdwn text: code blocks, quotes, bullets and lines. `names` resolves ids. */
export function mrkdwn(text, names) {
  const pieces = text.split("```");
  const closed = pieces.length % 2 === 1;
  return pieces.map((piece, at) => {
    const isCode = at % 2 === 1 && (closed || at < pieces.length - 1);
    if (isCode) return h("pre", { tabindex: "0" }, bare(piece.replace(/^\n|\n$/g, ""), names));
    const lone = at % 2 === 1 ? "```" : "";
    return lines(trimAround(lone + piece, at, pieces.length), names);
  });
}

function trimAround(piece, at, count) {
  const head = at > 0 ? piece.replace(/^\n/, "") : piece;
  return at < count - 1 ? head.replace(/\n$/, "") : head;
}

function lines(text, names) {
  if (text === "") return [];
  const groups = [];
  for (const line of text.split("\n")) {
    const { kind, body } = lineKind(line);
    const last = groups.at(-1);
    if (last?.kind === kind && kind !== "bullet") last.lines.push(body);
    else groups.push({ kind, lines: [body] });
  }
  return groups.map((group) => lineGroup(group, names));
}

function lineKind(line) {
  const quote = line.match(/^(?:>|&gt;) ?(.*)$/);
  if (quote) return { kind: "quote", body: quote[1] };
  const bullet = line.match(/^\s*[•◦▪] (.*)$/);
  if (bullet) return { kind: "bullet", body: bullet[1] };
  return { kind: "plain", body: line };
}

function lineGroup(group, names) {
  const shown = group.lines.flatMap((line, at) => [at > 0 && h("br"), inline(line, names)]);
  if (group.kind === "quote") return h("blockquote", {}, shown);
  if (group.kind === "bullet") return h("span", { class: "bullet" }, shown);
  return h("span", { class: "lines" }, group.lines.join("") === "" ? h("br") : shown);
}

/** One line: links and mentions, inline code, styles. */
export function inline(text, names) {
  const nodes = [];
  let rest = text;
  while (rest) {
    const found = earliest(rest);
    if (!found) {
      nodes.push(...leaf(rest));
      break;
    }
    nodes.push(...leaf(rest.slice(0, found.from)), found.describe(names));
    rest = rest.slice(found.to);
  }
  return nodes;
}

function earliest(text) {
  const finds = [codeSpan(text), reference(text), ...STYLES.map((style) => styled(text, style))];
  return finds.filter(Boolean).sort((a, b) => a.from - b.from)[0] ?? null;
}

function codeSpan(text) {
  const found = /`([^`\n]+)`/.exec(text);
  return found && span(found, (names) => h("code", {}, bare(found[1], names)));
}

function reference(text) {
  const found = /<([^<>\n]+)>/.exec(text);
  return found && span(found, (names) => referenceNode(found[1], names));
}

function span(found, describe) {
  return { from: found.index, to: found.index + found[0].length, describe };
}

function styled(text, { mark, tag }) {
  for (let from = text.indexOf(mark); from >= 0; from = text.indexOf(mark, from + 1)) {
    if (!opens(text, from)) continue;
    const to = closing(text, from, mark);
    if (to < 0) return null; // no later opening can find one either
    const inside = text.slice(from + 1, to);
    return { from, to: to + 1, describe: (names) => h(tag, {}, inline(inside, names)) };
  }
  return null;
}

function opens(text, at) {
  const before = text[at - 1];
  const after = text[at + 1];
  return (!before || BOUNDARY.test(before)) && Boolean(after) && !/\s/.test(after) && after !== text[at];
}

function closing(text, from, mark) {
  for (let at = text.indexOf(mark, from + 2); at >= 0; at = text.indexOf(mark, at + 1)) {
    const after = text[at + 1];
    if (!/\s/.test(text[at - 1]) && (!after || BOUNDARY.test(after))) return at;
  }
  return -1;
}

function leaf(text) {
  const plain = withSigns(decode(text));
  const nodes = [];
  let done = 0;
  for (const found of plain.matchAll(BARE_LINK)) {
    nodes.push(plain.slice(done, found.index), link(found[0], found[0]));
    done = found.index + found[0].length;
  }
  nodes.push(plain.slice(done));
  return nodes;
}

/** A link that opens beside the page; an address of another kind than web or mail is only text. */
export function link(address, label) {
  if (!SAFE_LINK.test(address)) return label;
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, label);
}

function referenceNode(inside, names) {
  const [target] = inside.split("|");
  const words = referenceWords(inside, names);
  if (/^[@#!]/.test(target) && !target.startsWith("!date")) {
    const mine = target === `@${names.me}` || /^!(here|channel|everyone)/.test(target);
    return h("span", { class: mine ? "mention mine" : "mention" }, words);
  }
  if (target.startsWith("!date")) return h("time", {}, words);
  return link(decode(target), words);
}

function referenceWords(inside, names) {
  const bar = inside.indexOf("|");
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? "" : withSigns(decode(inside.slice(bar + 1)));
  if (target.startsWith("@")) return `@${names.user(target.slice(1)) ?? (label || target.slice(1))}`;
  if (target.startsWith("#")) return `#${names.channel(target.slice(1)) ?? (label || target.slice(1))}`;
  if (target.startsWith("!date^")) return dateWords(target, label, names);
  if (target.startsWith("!subteam")) return label || "@gruppe";
  if (target.startsWith("!")) return `@${target.slice(1)}`;
  return label || decode(target).replace(/^mailto:/, "");
}

function dateWords(target, fallback, names) {
  const [, seconds, format] = target.split("^");
  const at = new Date(Number(seconds) * 1000);
  if (!format || Number.isNaN(at.getTime())) return fallback;
  return moment(at, format, names.zone, names.language);
}
