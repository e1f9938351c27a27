// One message: who, when, what, files, replies, and what can be done with it.

import { act } from "./act.js";
import { avatar, badge } from "./avatar.js";
import { drawBlocks } from "./blocks.js";
import { h, memo } from "./dom.js";
import { fileCards } from "./files.js";
import { icon } from "./icons.js";
import { menuButton } from "./menu.js";
import { mrkdwn } from "./mrkdwn.js";
import { personOf } from "./page.js";

/** A message of a conversation; `follows` if it stands under the same author's last one. */
export function messageRow(page, message, { channel, follows = false, inThread = false }) {
  const scope = `msg:${channel}:${message.ts}${inThread ? ":thread" : ""}`;
  const { ui, names, server, versions } = page;
  const own = (key) => (key?.startsWith(`${scope}/`) ? key : null);
  const deps = [
    message, follows, names, server.bot_connected, versions.get(scope), own(ui.menu), own(ui.pick?.key),
    ui.thread === message.ts, server.shortcuts.message.length,
  ];
  return memo(message.ts, deps, () => row(page, message, { scope, channel, follows, inThread }));
}

function row(page, message, where) {
  const { scope, channel, follows, inThread } = where;
  const kind = ["message", follows && "follows", message.ephemeral && "ephemeral"].filter(Boolean).join(" ");
  return h(
    "li",
    { class: kind, "data-ts": message.ts },
    h(
      "article",
      { tabindex: "-1", "aria-label": spokenName(page, message) },
      message.ephemeral && ephemeralMark(page, message),
      h("div", { class: "message-gutter" },
        follows ? h("time", { class: "gutter-time" }, message.time) : avatar(page, message, 36)),
      h(
        "div",
        { class: "message-body" },
        !follows && author(page, message),
        body(page, message, { scope, channel }),
        fileCards(page, message.files),
        !inThread && replies(page, message),
      ),
      !message.ephemeral && toolbar(page, message, where),
    ),
  );
}

function spokenName(page, message) {
  const who = message.bot ? page.server.bot.name : (page.names.user(message.user) ?? "");
  return page.t("message.spoken", { who, time: message.time });
}

function author(page, message) {
  const person = message.bot ? null : personOf(page, message.user);
  return h(
    "div",
    { class: "author" },
    h("span", { class: "author-name" }, message.bot ? page.server.bot.name : (person?.real_name ?? message.user)),
    message.bot ? h("span", { class: "tag" }, page.t("message.app")) : badge(page, person),
    person?.organisation && h("span", { class: "author-detail" }, person.organisation),
    h("time", { class: "author-detail" }, message.time),
  );
}

function body(page, message, { scope, channel }) {
  const edited = message.edited && h("span", { class: "edited", key: "edited" }, page.t("message.edited"));
  if (message.bot && message.blocks?.length) {
    const form = {
      page, scope, names: page.names, blocks: message.blocks,
      container: { type: "message", channel, ts: message.ts },
    };
    return h("div", { class: "blocks", key: "blocks" }, drawBlocks(form), edited);
  }
  if (!message.text && message.files?.length) return edited;
  return h("div", { class: "text", key: "text" }, mrkdwn(message.text ?? "", page.names), edited && [" ", edited]);
}

function ephemeralMark(page, message) {
  return h(
    "div",
    { class: "ephemeral-mark" },
    icon("eye", 14),
    h("span", {}, page.t("message.ephemeral")),
    h(
      "button",
      {
        type: "button", class: "link",
        onClick: () => {
          page.hidden.add(message.ts);
          page.redraw();
        },
      },
      page.t("message.hide"),
    ),
  );
}

function replies(page, message) {
  const answers = message.replies ?? [];
  if (!answers.length) return null;
  const who = [...new Map(answers.map((reply) => [reply.bot ? "bot" : reply.user, reply])).values()];
  return h(
    "button",
    { type: "button", class: "replies", key: "replies", onClick: () => page.showThread(message.ts) },
    h("span", { class: "reply-faces" }, who.slice(0, 4).map((reply) => avatar(page, reply, 22))),
    h("span", { class: "reply-count" }, page.t("message.replies", { count: answers.length })),
    h("span", { class: "author-detail" }, page.t("message.last", { time: answers.at(-1).time })),
  );
}

function toolbar(page, message, { scope, channel, inThread }) {
  const { t, server } = page;
  const shortcuts = server.shortcuts.message;
  if (inThread && !shortcuts.length) return null;
  return h(
    "div",
    { class: "message-tools", role: "group", "aria-label": t("message.tools") },
    !inThread && h(
      "button",
      { type: "button", class: "quiet square", "aria-label": t("message.reply"), title: t("message.reply"), onClick: () => page.showThread(message.ts) },
      icon("reply"),
    ),
    shortcuts.length > 0 && menuButton(page, {
      name: `${scope}/more`, scope, label: t("message.more"), face: icon("more"), className: "quiet square", align: "end",
      items: [
        { heading: t("message.shortcuts", { app: server.bot.name }) },
        ...shortcuts.map((shortcut) => ({
          label: shortcut.name, lead: icon("bolt", 16),
          pick: () => act(page, "message_shortcut", { callback_id: shortcut.callback_id, channel, ts: message.ts }),
        })),
      ],
    }),
  );
}
