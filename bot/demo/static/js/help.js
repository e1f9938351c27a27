// The list of keys.

import { h } from "./dom.js";
import { icon } from "./icons.js";

const KEYS = [
  ["Alt P", "keys.persona"], ["Alt ↑ ↓", "keys.places"], ["Alt ⇧ ↓", "keys.unread"], ["Alt C", "keys.composer"],
  ["Alt M", "keys.messages"], ["F6", "keys.regions"], ["/", "keys.commands"], ["@", "keys.mention"],
  ["Enter", "keys.send"], ["⇧ Enter", "keys.line"], ["Esc", "keys.close"], ["Ctrl /", "keys.help"],
];

export function help(page) {
  if (!page.ui.help) return null;
  const { t } = page;
  const close = () => page.set({ help: false });
  return h(
    "dialog",
    {
      class: "modal", key: "help", "aria-labelledby": "help-title",
      onCreate: (el) => {
        el.back = document.activeElement;
        el.showModal();
      },
      onRemove: (el) => el.back?.focus(),
      onCancel: (event) => {
        event.preventDefault();
        close();
      },
    },
    h("header", { class: "modal-head" }, h("h2", { id: "help-title" }, t("help.keys")),
      h("button", { type: "button", class: "quiet square", "aria-label": t("dialog.close"), onClick: close }, icon("close"))),
    h("div", { class: "modal-body" },
      h("dl", { class: "keys" }, KEYS.map(([key, words]) => [
        h("dt", { key: `${key}-key` }, key.split(" ").map((part) => h("kbd", {}, part))),
        h("dd", { key: `${key}-words` }, t(words)),
      ]))),
  );
}
