// Text objects: plain_text is shown as it stands, mrkdwn with its forms.

import { withSigns } from "./emoji.js";
import { h } from "./dom.js";
import { mrkdwn } from "./mrkdwn.js";

/** The content of a text object; newlines of plain text are kept by the style sheet. */
export function textOf(text, names) {
  if (!text) return null;
  if (text.type === "mrkdwn") return mrkdwn(text.text, names);
  return text.emoji === false ? text.text : withSigns(text.text);
}

/** A text object as a part of its own. */
export function textPart(text, names, className = "text") {
  return h("div", { class: `${className} ${text.type === "mrkdwn" ? "" : "plain"}` }, textOf(text, names));
}
