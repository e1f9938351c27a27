// A conversation: its head, its messages by day, and the field to write in.

import { composer } from "./composer.js";
import { h } from "./dom.js";
import { longDay } from "./format.js";
import { icon } from "./icons.js";
import { messageRow } from "./message.js";
import { channelOf, isApp, otherParty, placeTitle } from "./page.js";
import { appTabs } from "./home.js";
import { avatar, badge } from "./avatar.js";

const TOGETHER = 300; // seconds between messages of one author that stand as one group
const NEAR = 60; // pixels from the end within which the list follows new messages

export function conversation(page) {
  const channel = channelOf(page, page.ui.place.id);
  if (!channel) return null;
  return h(
    "main",
    {
      class: "conversation", key: `conversation-${page.ui.me}-${channel.id}`, "aria-label": placeTitle(channel), "data-region": "main",
      onCreate: beginWriting,
    },
    isApp(page, channel) ? appTabs(page, "messages") : head(page, channel),
    messageList(page, channel),
    composer(page, { channel, thread: null }),
  );
}

/** Whoever comes to a conversation can write at once; on a touch screen the keyboard stays away. */
function beginWriting(el) {
  const ready = matchMedia("(hover: hover)").matches && !document.querySelector("dialog[open]");
  if (ready) el.querySelector("textarea").focus();
}

function head(page, channel) {
  const party = channel.kind === "dm" ? otherParty(page, channel) : null;
  const signs = { channel: "hash", private: "lock", group: "people" };
  return h(
    "header",
    { class: "place-head" },
    h("h1", {}, party ? avatar(page, { user: party.id }, 24) : icon(signs[channel.kind], 18), h("span", {}, channel.name), badge(page, party)),
    h("p", { class: "topic" }, channel.topic || [party?.title, party?.organisation].filter(Boolean).join(", ")),
    channel.kind !== "dm" && h(
      "span",
      { class: "members", title: channel.members.map((id) => page.names.user(id)).filter(Boolean).join(", ") },
      icon("people", 16), h("span", {}, page.t("members", { count: channel.members.length })),
    ),
  );
}

function messageList(page, channel) {
  const messages = page.conversation.messages.filter((message) => !page.hidden.has(message.ts));
  return h(
    "div",
    {
      class: "scroller", key: "scroller", onCreate: (el) => follow(el),
      onKeyDown: (event) => walk(event),
    },
    h(
      "ol",
      { class: "messages", "aria-label": page.t("messages.label") },
      beginning(page, channel, messages.length === 0),
      rows(page, channel, messages),
    ),
  );
}

function beginning(page, channel, empty) {
  const kind = ["channel", "private"].includes(channel.kind) ? "channel" : "direct";
  return h(
    "li",
    { class: "beginning", key: "beginning" },
    h("p", {}, page.t(`beginning.${kind}`, { name: channel.name })),
    empty && h("p", { class: "muted" }, page.t("beginning.empty")),
  );
}

function rows(page, channel, messages) {
  const shown = [];
  let last = null;
  for (const message of messages) {
    if (message.day !== last?.day) shown.push(dayRow(page, message.day));
    const fresh = last !== null && message.ts === page.freshFrom;
    if (fresh) {
      shown.push(h("li", { class: "fresh", key: "fresh" }, h("span", {}, page.t("messages.fresh"))));
    }
    shown.push(messageRow(page, message, { channel: channel.id, follows: !fresh && continues(last, message) }));
    last = message;
  }
  return shown;
}

function dayRow(page, day) {
  return h("li", { class: "day", key: `day-${day}` }, h("span", {}, longDay(day, page.ui.language)));
}

function continues(last, message) {
  return Boolean(last)
    && last.day === message.day && last.user === message.user && last.bot === message.bot
    && !last.ephemeral && !message.ephemeral && !(last.replies ?? []).length
    && Number(message.ts) - Number(last.ts) < TOGETHER;
}

/** Keeps the end of the list in view while the reader is there; for the onCreate hook. */
export function follow(el) {
  let atEnd = true;
  const toEnd = () => {
    if (atEnd) el.scrollTop = el.scrollHeight;
  };
  const fresh = el.querySelector(".fresh");
  if (fresh && fresh.offsetTop < el.scrollHeight - el.clientHeight) {
    el.scrollTop = fresh.offsetTop - 48;
    atEnd = false;
  } else {
    toEnd();
  }
  const shape = () => `${el.scrollHeight}/${el.clientHeight}`;
  let seen = shape();
  el.addEventListener("scroll", () => {
    if (shape() !== seen) return; // the layout moved, not the reader
    atEnd = el.scrollHeight - el.scrollTop - el.clientHeight < NEAR;
  }, { passive: true });
  const watch = new ResizeObserver(() => {
    toEnd();
    seen = shape();
  });
  watch.observe(el);
  watch.observe(el.firstElementChild);
}

/** Arrow keys go from message to message once one of them has the focus. */
function walk(event) {
  const article = event.target.closest?.("article");
  if (!article || event.target !== article) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const all = [...event.currentTarget.querySelectorAll("article")];
  const next = all[all.indexOf(article) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Puts the focus on the newest message, from where arrow keys go on. */
export function focusLastMessage() {
  const all = document.querySelectorAll(".conversation article");
  all[all.length - 1]?.focus();
}
