// Channels, direct conversations and the app, with what is unread.

import { avatar } from "./avatar.js";
import { h } from "./dom.js";
import { icon, mark } from "./icons.js";
import { appChannel, isApp, otherParty } from "./page.js";

export function sidebar(page) {
  const { t, server } = page;
  const shared = server.channels.filter((channel) => ["channel", "private"].includes(channel.kind));
  const direct = server.channels.filter(
    (channel) => ["dm", "group"].includes(channel.kind) && !isApp(page, channel),
  );
  return h(
    "nav",
    { class: page.ui.drawer ? "sidebar open" : "sidebar", id: "sidebar", "aria-label": t("sidebar.label"), "data-region": "sidebar" },
    h(
      "div",
      { class: "team" },
      mark(28),
      h("span", { class: "team-name" }, server.team.name),
      h(
        "button",
        { type: "button", class: "quiet square drawer-close", "aria-label": t("sidebar.close"), onClick: () => page.set({ drawer: false }) },
        icon("close"),
      ),
    ),
    group(page, "sidebar.app", [appEntry(page)]),
    shared.length > 0 && group(page, "sidebar.channels", shared.map((channel) => entry(page, channel))),
    direct.length > 0 && group(page, "sidebar.direct", direct.map((channel) => entry(page, channel))),
  );
}

/** The order in which the keyboard walks through places. */
export function placesInOrder(page) {
  const ids = (...kinds) => page.server.channels
    .filter((channel) => kinds.includes(channel.kind) && !isApp(page, channel))
    .map((channel) => ({ kind: "channel", id: channel.id }));
  return [{ kind: "home" }, ...ids("channel", "private"), ...ids("dm", "group")];
}

function group(page, title, entries) {
  const id = title.replace(".", "-");
  return h(
    "section",
    { class: "places", key: title, "aria-labelledby": id },
    h("h2", { id }, page.t(title)),
    h("ul", {}, entries),
  );
}

function entry(page, channel) {
  const { place } = page.ui;
  const here = place.kind === "channel" && place.id === channel.id;
  const external = channel.kind === "dm" && otherParty(page, channel)?.external;
  return placeButton(page, {
    key: channel.id, here, unread: channel.unread, lead: lead(page, channel), name: channel.name,
    tag: external ? page.t("persona.external") : null,
    go: () => page.go({ place: { kind: "channel", id: channel.id }, thread: null }),
  });
}

function appEntry(page) {
  const { bot } = page.server;
  const channel = appChannel(page);
  const { place } = page.ui;
  const here = place.kind === "home" || (channel !== null && place.id === channel.id);
  const unread = channel?.unread ?? 0;
  const messages = unread > 0 && channel;
  return placeButton(page, {
    key: "app", here, unread, lead: avatar(page, { bot: true }, 20), name: bot.name, tag: page.t("message.app"),
    go: () => page.go({ place: messages ? { kind: "channel", id: channel.id } : { kind: "home" }, thread: null }),
  });
}

function lead(page, channel) {
  if (channel.kind === "private") return icon("lock", 16);
  if (channel.kind === "group") return icon("people", 16);
  if (channel.kind === "dm") return avatar(page, { user: otherParty(page, channel)?.id }, 20);
  return icon("hash", 16);
}

function placeButton(page, { key, here, unread, lead: front, name, tag, go }) {
  return h(
    "li",
    { key },
    h(
      "button",
      { type: "button", class: unread > 0 ? "place unread" : "place", "aria-current": here ? "page" : null, onClick: go },
      h("span", { class: "place-lead" }, front),
      h("span", { class: "place-name" }, name),
      tag && h("span", { class: "tag" }, tag),
      unread > 0 && h("span", { class: "count" }, String(unread), h("span", { class: "unseen" }, ` ${page.t("unread", { count: unread })}`)),
    ),
  );
}
