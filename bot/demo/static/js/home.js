// The app's own place: the tab that it draws itself (App Home), and its messages.

import { avatar } from "./avatar.js";
import { drawBlocks } from "./blocks.js";
import { h } from "./dom.js";
import { appChannel, personOf } from "./page.js";

export function home(page) {
  const { t, server, ui } = page;
  const scope = `home:${ui.me}`;
  return h(
    "main",
    { class: "conversation", key: `home-${ui.me}`, "aria-label": server.bot.name, "data-region": "main" },
    appTabs(page, "home"),
    h(
      "div",
      { class: "scroller home", key: "scroller", id: "home", tabindex: "-1" },
      server.home
        ? h("div", { class: "home-sheet" }, drawBlocks({
          page, scope, names: page.names, blocks: server.home.blocks,
          container: { type: "home", view_id: server.home.id },
        }))
        : h("p", { class: "beginning muted" }, t("home.empty", { app: server.bot.name })),
    ),
  );
}

/** The head of the app's place, with its two tabs; people of other workspaces have no home. */
export function appTabs(page, current) {
  const { t, server } = page;
  const channel = appChannel(page);
  const tab = (name, place, unread = 0) => h(
    "button",
    { type: "button", class: "tab", key: name, "aria-current": name === current ? "page" : null, onClick: () => page.go({ place, thread: null }) },
    t(`home.${name}`),
    unread > 0 && h("span", { class: "count" }, String(unread)),
  );
  return h(
    "header",
    { class: "place-head app-head" },
    h("h1", {}, avatar(page, { bot: true }, 24), h("span", {}, server.bot.name), h("span", { class: "tag" }, t("message.app"))),
    h(
      "nav",
      { class: "tabs", "aria-label": t("home.tabs") },
      !personOf(page, page.ui.me)?.external && tab("home", { kind: "home" }),
      channel && tab("messages", { kind: "channel", id: channel.id }, channel.unread),
    ),
  );
}
