// The whole page, drawn from what it knows.

import { confirmation } from "./confirm.js";
import { conversation } from "./conversation.js";
import { dialog } from "./dialog.js";
import { h, render } from "./dom.js";
import { guidePanel } from "./guide.js";
import { help } from "./help.js";
import { home } from "./home.js";
import { icon } from "./icons.js";
import { channelOf } from "./page.js";
import { sidebar } from "./sidebar.js";
import { threadPane } from "./thread.js";
import { topbar } from "./topbar.js";

/** Brings `root` to what `page` knows now. */
export function draw(page, root) {
  if (!page.server) {
    render(root, page.ui.notice && h("p", { class: "unreachable", role: "alert" }, page.ui.notice.words));
    return;
  }
  root.removeAttribute("aria-busy");
  document.title = heading(page);
  const thread = threadPane(page);
  render(
    root,
    h("a", { class: "skip", href: `#${skipTarget(page)}`, key: "skip", onClick: skip }, page.t(`skip.${skipTarget(page)}`)),
    h(
      "div",
      { class: thread ? "shell with-thread" : "shell", key: "shell" },
      topbar(page),
      sidebar(page),
      page.ui.drawer && h("div", { class: "veil", key: "veil", onClick: () => page.set({ drawer: false }) }),
      guidePanel(page),
      page.ui.place.kind === "home" ? home(page) : conversation(page),
      thread,
      statusbar(page),
    ),
    notice(page),
    dialog(page),
    help(page),
    confirmation(page),
  );
}

function heading(page) {
  const { place } = page.ui;
  const where = place.kind === "home" ? page.server.bot.name : (channelOf(page, place.id)?.name ?? "");
  const unread = page.server.channels.reduce((sum, channel) => sum + channel.unread, 0);
  return `${unread ? `(${unread}) ` : ""}${where} – ${page.t("brand")} – ${page.t("notslack")}`;
}

function skipTarget(page) {
  return page.ui.place.kind === "home" ? "home" : "composer";
}

/** The address bar belongs to persona and place, so the link moves the focus by itself. */
function skip(event) {
  event.preventDefault();
  document.querySelector(event.currentTarget.getAttribute("href"))?.focus();
}

function statusbar(page) {
  const { t, server, ui } = page;
  const state = ui.linked ? (server.bot_connected ? "connected" : "waiting") : "broken";
  return h(
    "footer",
    { class: "statusbar" },
    h("span", {}, `${t("brand")} – ${t("notslack")}`),
    h("span", { class: `line ${state}`, role: "status" }, h("span", {}, t(`line.${state}`, { app: server.bot.name }))),
  );
}

function notice(page) {
  if (!page.ui.notice) return null;
  return h(
    "div",
    { class: "notice", role: "alert", key: "notice" },
    icon("warn"),
    h("span", {}, page.ui.notice.words),
    h("button", { type: "button", class: "quiet square", "aria-label": page.t("notice.hide"), onClick: () => page.set({ notice: null }) }, icon("close")),
  );
}
