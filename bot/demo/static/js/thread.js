// The thread of one message, beside the conversation.

import { composer } from "./composer.js";
import { follow } from "./conversation.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { messageRow } from "./message.js";
import { channelOf, placeTitle } from "./page.js";

export function threadPane(page) {
  const { t, ui } = page;
  const channel = ui.place.kind === "channel" ? channelOf(page, ui.place.id) : null;
  const root = channel && page.conversation?.messages.find((message) => message.ts === ui.thread);
  if (!root) return null;
  return h(
    "aside",
    {
      class: "thread", key: `thread-${ui.thread}`, "aria-label": t("thread.label"), "data-region": "thread",
      onCreate: (el) => el.querySelector("textarea").focus(),
    },
    h(
      "header",
      { class: "place-head" },
      h("h2", {}, t("thread.title")),
      h("p", { class: "topic" }, placeTitle(channel)),
      h(
        "button",
        { type: "button", class: "quiet square", "aria-label": t("thread.close"), title: `${t("thread.close")} (Esc)`, onClick: () => closeThread(page) },
        icon("close"),
      ),
    ),
    h(
      "div",
      { class: "scroller", onCreate: (el) => follow(el) },
      h(
        "ol",
        { class: "messages" },
        messageRow(page, root, { channel: channel.id, inThread: true }),
        root.replies?.length > 0 && h("li", { class: "day", key: "count" },
          h("span", {}, t("message.replies", { count: root.replies.length }))),
        (root.replies ?? [])
          .filter((reply) => !page.hidden.has(reply.ts))
          .map((reply) => messageRow(page, reply, { channel: channel.id, inThread: true })),
      ),
    ),
    composer(page, { channel, thread: ui.thread }),
  );
}

export function closeThread(page) {
  const root = page.ui.thread;
  page.showThread(null);
  page.after(() => document.querySelector(`[data-ts="${CSS.escape(root)}"] article`)?.focus());
}
