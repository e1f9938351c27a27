// rich_text blocks: sections, lists, quotes, preformatted text and their inline parts.
// Source: docs.slack.dev, "Rich text block".

import { h } from "./dom.js";
import { sign } from "./emoji.js";
import { moment } from "./format.js";
import { link } from "./mrkdwn.js";

const STYLE_TAGS = { bold: "strong", italic: "em", strike: "s", code: "code", underline: "u" };

/** The elements of a rich_text block. */
export function richText(block, names) {
  const parts = [];
  for (const element of block.elements ?? []) {
    if (element.type === "rich_text_list") nest(parts, element, names);
    else parts.push(part(element, names));
  }
  return h("div", { class: "rich" }, parts);
}

function part(element, names) {
  const inside = () => (element.elements ?? []).map((piece) => inlinePart(piece, names));
  switch (element.type) {
    case "rich_text_section":
      return h("p", {}, inside());
    case "rich_text_quote":
      return h("blockquote", {}, inside());
    case "rich_text_preformatted":
      return h("pre", { tabindex: "0" }, inside());
    default:
      return h("p", { class: "note" }, element.type);
  }
}

function nest(parts, element, names) {
  const items = (element.elements ?? []).map((item) =>
    h("li", {}, (item.elements ?? []).map((piece) => inlinePart(piece, names))),
  );
  const ordered = element.style === "ordered";
  parts.push(
    h(
      ordered ? "ol" : "ul",
      {
        class: `indent-${Math.min(element.indent ?? 0, 8)}`,
        start: ordered && element.offset ? element.offset + 1 : null,
      },
      items,
    ),
  );
}

function inlinePart(piece, names) {
  const styles = Object.keys(STYLE_TAGS).filter((name) => piece.style?.[name]);
  return styles.reduce((inside, name) => h(STYLE_TAGS[name], {}, inside), content(piece, names));
}

const CONTENT = {
  text: (piece) => broken(piece.text),
  link: (piece) => link(piece.url, piece.text || piece.url),
  emoji: (piece) => sign(piece.name) ?? `:${piece.name}:`,
  user: (piece, names) => mention(`@${names.user(piece.user_id) ?? piece.user_id}`, piece.user_id === names.me),
  channel: (piece, names) => mention(`#${names.channel(piece.channel_id) ?? piece.channel_id}`, false),
  broadcast: (piece) => mention(`@${piece.range}`, true),
  usergroup: (piece) => mention(`@${piece.usergroup_id}`, false),
  date: (piece, names) => h("time", {}, dateWords(piece, names)),
  color: (piece) => h("code", {}, piece.value),
};

function content(piece, names) {
  return CONTENT[piece.type]?.(piece, names) ?? piece.text ?? "";
}

function dateWords(piece, names) {
  return moment(new Date(piece.timestamp * 1000), piece.format, names.zone, names.language);
}

function mention(words, mine) {
  return h("span", { class: mine ? "mention mine" : "mention" }, words);
}

function broken(text) {
  return h(
    "span",
    {},
    text.split("\n").flatMap((line, at) => [at > 0 && h("br"), line]),
  );
}
