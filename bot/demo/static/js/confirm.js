// The question before something that can't be undone: a dialog above everything else.

import { h } from "./dom.js";
import { textOf, textPart } from "./text.js";

/** Shows Slack's confirmation object; resolves to true if the person agreed. */
export function ask(page, { title, text, confirm, deny, style }) {
  const back = document.activeElement;
  return new Promise((resolve) => {
    const settle = (answer) => {
      page.set({ asking: null });
      back?.focus();
      resolve(answer);
    };
    page.set({ asking: { title, text, confirm, deny, style, settle } });
  });
}

/** A question of the page itself, in plain words. */
export function askPlainly(page, key, style) {
  const plain = (part) => ({ type: "plain_text", text: page.t(`${key}.${part}`) });
  return ask(page, { title: plain("title"), text: plain("text"), confirm: plain("confirm"), deny: plain("deny"), style });
}

export function confirmation(page) {
  const { asking } = page.ui;
  if (!asking) return null;
  const danger = asking.style === "danger"; // then the way back is what Enter does
  const words = (text, key) => textOf(text, page.names) ?? page.t(key);
  return h(
    "dialog",
    {
      class: "modal small", key: "asking", role: "alertdialog", "aria-labelledby": "asking-title", "aria-describedby": "asking-text",
      onCreate: (el) => {
        el.showModal();
        el.querySelector("[data-first]").focus();
      },
      onCancel: (event) => {
        event.preventDefault();
        asking.settle(false);
      },
    },
    h("header", { class: "modal-head" }, h("h2", { id: "asking-title" }, words(asking.title, "confirm.title"))),
    h("div", { class: "modal-body", id: "asking-text" }, asking.text && textPart(asking.text, page.names)),
    h(
      "footer",
      { class: "modal-foot" },
      h("button", { type: "button", class: "button", "data-first": danger, onClick: () => asking.settle(false) }, words(asking.deny, "confirm.deny")),
      h(
        "button",
        {
          type: "button", class: `button ${danger ? "danger solid" : "primary"}`, "data-first": !danger,
          onClick: () => asking.settle(true),
        },
        words(asking.confirm, "confirm.confirm"),
      ),
    ),
  );
}
