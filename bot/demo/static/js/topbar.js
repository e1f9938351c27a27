// The bar above everything: simulated time, language, colours, guide, and who one is.

import { avatar, badge } from "./avatar.js";
import { clock } from "./clock.js";
import { h } from "./dom.js";
import { guideIsOpen, showGuide } from "./guide.js";
import { icon, mark } from "./icons.js";
import { menuButton } from "./menu.js";
import { personOf } from "./page.js";
import { keep } from "./taste.js";

export function topbar(page) {
  const { t, ui } = page;
  return h(
    "header",
    { class: "topbar", "data-region": "topbar" },
    h(
      "button",
      {
        type: "button", class: "quiet square drawer-open", "aria-label": t("sidebar.open"), "aria-expanded": String(ui.drawer),
        "aria-controls": "sidebar", onClick: () => page.set({ drawer: !ui.drawer }),
      },
      icon("menu"),
      elsewhere(page) > 0 && h("span", { class: "dot" }),
    ),
    h("div", { class: "brand" }, mark(24), h("span", {}, t("brand"))),
    clock(page),
    h("div", { class: "topbar-end" }, guideToggle(page), preferences(page), personaSwitcher(page)),
  );
}

function elsewhere(page) {
  const here = page.ui.place.id;
  return page.server.channels.reduce((sum, channel) => sum + (channel.id === here ? 0 : channel.unread), 0);
}

function guideToggle(page) {
  if (!page.guide?.steps?.length) return null;
  const open = guideIsOpen(page);
  return h(
    "button",
    {
      type: "button", class: "quiet guide-toggle", "aria-pressed": String(open), title: page.t("guide.title"),
      onClick: () => showGuide(page, !open),
    },
    icon("compass"),
    h("span", { class: "wide-only" }, page.t("guide.title")),
  );
}

function preferences(page) {
  const { t, ui } = page;
  const choice = (kind, value, lead) => ({
    label: t(`${kind}.${value}`), lead: lead ? icon(lead, 16) : null, current: ui[kind] === value,
    mark: ui[kind] === value ? icon("check", 16) : null, pick: () => keep(page, { [kind]: value }),
  });
  return menuButton(page, {
    name: "preferences", label: t("preferences"), face: icon(isDark() ? "moon" : "sun"), className: "quiet square", align: "end",
    items: [
      { heading: t("theme") }, choice("theme", "auto"), choice("theme", "light", "sun"), choice("theme", "dark", "moon"),
      { heading: t("language") }, choice("language", "da"), choice("language", "en"),
      { heading: t("help") },
      { label: t("help.keys"), lead: icon("keys", 16), hint: "Ctrl /", pick: () => page.set({ help: true }) },
    ],
  });
}

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function personaSwitcher(page) {
  const { t, server, ui } = page;
  const me = personOf(page, ui.me);
  const others = server.personas.reduce((sum, each) => sum + (each.id === ui.me ? 0 : each.unread), 0);
  const face = [
    avatar(page, { user: ui.me }, 28),
    h("span", { class: "unseen" }, `${t("persona.you")} `),
    h(
      "span",
      { class: "me" },
      h("span", { class: "me-name" }, me?.real_name ?? ""), " ",
      h("span", { class: "me-detail" }, me?.organisation ?? ""),
    ),
    icon("down", 16),
    h("span", { class: "unseen" }, `. ${t("persona.switch")}`, others > 0 && ` (${t("persona.waiting", { count: others })})`),
    others > 0 && h("span", { class: "dot" }),
  ];
  return menuButton(page, {
    name: "personas", label: t("persona.who"), nameInFace: true,
    title: `${t("persona.who")} (Alt P)`, face, className: "quiet persona-button", align: "end",
    items: [{ heading: t("persona.who") }, ...server.personas.map((persona, at) => personaEntry(page, persona, at))],
  });
}

function personaEntry(page, persona, at) {
  const current = persona.id === page.ui.me;
  return {
    key: persona.id, current, lead: avatar(page, { user: persona.id }, 32), label: persona.real_name,
    detail: [persona.title, persona.organisation].filter(Boolean).join(", "),
    mark: [
      badge(page, persona),
      persona.unread > 0 && h("span", { class: "count" }, String(persona.unread), h("span", { class: "unseen" }, ` ${page.t("unread", { count: persona.unread })}`)),
      current && icon("check", 16),
    ],
    hint: at < 9 ? String(at + 1) : null,
    pick: () => !current && page.go({ me: persona.id, thread: null }),
  };
}
