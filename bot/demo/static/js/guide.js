// "Hvad sker der nu?": the story step by step, with the way to each step's person and place.

import { avatar } from "./avatar.js";
import { pass } from "./clock.js";
import { fill } from "./composer.js";
import { h } from "./dom.js";
import { clockTime, longDay } from "./format.js";
import { icon } from "./icons.js";
import { channelOf, isApp, personOf } from "./page.js";
import { placeNamed } from "./sync.js";
import { keep } from "./taste.js";

export const ROOMY = matchMedia("(min-width: 1560px)");

export function guidePanel(page) {
  const steps = page.guide?.steps ?? [];
  if (!steps.length) return null;
  const open = guideIsOpen(page);
  const now = steps.find((step) => step.id === page.guide.current) ?? null;
  return h(
    "aside",
    { class: open ? "guide" : "guide strip", key: "guide", "aria-label": page.t("guide.title"), "data-region": "guide" },
    head(page, steps, open),
    open ? story(page, steps, now) : h("div", { class: "guide-now" }, now ? card(page, now) : finished(page)),
  );
}

/** Beside a thread there is only room for the whole guide on a wide screen. */
export function guideIsOpen(page) {
  return page.ui.guide === "open" && (!page.ui.thread || ROOMY.matches);
}

/** Unfolds the guide, or folds it to the current step; a thread in its way closes. */
export function showGuide(page, open) {
  keep(page, { guide: open ? "open" : "strip" });
  if (open && !guideIsOpen(page)) page.showThread(null);
}

function head(page, steps, open) {
  const { t } = page;
  const done = steps.filter((step) => step.done).length;
  return h(
    "header",
    { class: "guide-head" },
    h("h2", {}, icon("compass", 18), h("span", {}, t("guide.title"))),
    h("span", { class: "guide-count" }, t("guide.progress", { done, all: steps.length })),
    h(
      "button",
      {
        type: "button", class: "quiet square", "aria-expanded": String(open), "aria-label": t(open ? "guide.less" : "guide.more"),
        title: t(open ? "guide.less" : "guide.more"), onClick: () => showGuide(page, !open),
      },
      icon(open ? "close" : "down"),
    ),
    h("div", { class: "guide-bar", "aria-hidden": "true" }, h("span", { style: { width: `${(100 * done) / steps.length}%` } })),
  );
}

function story(page, steps, now) {
  return h(
    "ol",
    { class: "guide-steps" },
    steps.map((step, at) => {
      const current = step === now;
      const kind = ["guide-step", step.done && "done", current && "current"].filter(Boolean).join(" ");
      return h(
        "li",
        { class: kind, key: step.id, "aria-current": current ? "step" : null, onCreate: current ? reveal : null, onUpdate: current ? revealOnce(step.id) : null },
        h("span", { class: "guide-number" }, step.done ? icon("check", 14) : String(at + 1)),
        h(
          "div",
          { class: "guide-words" },
          current ? card(page, step) : h("p", { class: "guide-name" }, step.title,
            step.done && h("span", { class: "unseen" }, ` (${page.t("guide.done")})`)),
        ),
      );
    }),
    !now && h("li", { class: "guide-step current", key: "finished" }, finished(page)),
  );
}

function reveal(el) {
  el.scrollIntoView({ block: "nearest" });
}

/** Brings a step into view when it becomes the current one, and leaves the scrolling alone after. */
function revealOnce(id) {
  return (el) => {
    const list = el.parentNode;
    if (list.dataset.shown === id) return;
    list.dataset.shown = id;
    reveal(el);
  };
}

function finished(page) {
  return h("p", { class: "guide-finished" }, page.t("guide.finished"));
}

function card(page, step) {
  const here = isHere(page, step);
  return h(
    "div",
    { class: "guide-card", key: step.id },
    h("p", { class: "guide-name" }, step.title),
    h("p", { class: "guide-what" }, step.what),
    step.try && h("code", { class: "guide-try" }, step.try),
    h("div", { class: "guide-ways" }, here ? arrived(page, step) : way(page, step)),
  );
}

/** One click to the right person and place, with the text already in the field where there is one. */
function way(page, step) {
  const person = personOf(page, step.who);
  const facts = { name: person?.real_name ?? page.t("guide.somebody"), place: placeWords(page, step) };
  return h(
    "button",
    {
      type: "button", class: "button primary guide-way", key: "way",
      onClick: async () => {
        await page.go({ me: step.who || page.ui.me, place: placeNamed(step.where) ?? page.ui.place, thread: null });
        if (step.try) fill(page, step.try);
      },
    },
    person && avatar(page, { user: person.id }, 20),
    h("span", {}, page.t(step.who === page.ui.me ? "guide.goto" : "guide.become", facts)),
  );
}

function arrived(page, step) {
  if (step.until) return leap(page, step);
  if (!step.try) return h("p", { class: "guide-here", key: "here" }, icon("check", 16), h("span", {}, page.t("guide.here")));
  return h(
    "button",
    { type: "button", class: "button primary guide-way", key: "try", onClick: () => fill(page, step.try) },
    page.t("guide.try"),
  );
}

/** One click to the moment at which the story goes on. */
function leap(page, { until }) {
  const { t, ui } = page;
  const day = longDay(until.slice(0, 10), ui.language);
  return h(
    "button",
    {
      type: "button", class: "button primary guide-way", key: "leap", "aria-disabled": page.busy.has("time") ? "true" : null,
      onClick: () => pass(page, { to: until }),
    },
    t("guide.leap", { day, time: t("time.at", { time: clockTime(until, ui.language) }) }),
  );
}

function isHere(page, step) {
  const { me, place } = page.ui;
  if (step.who && step.who !== me) return false;
  if (!step.where) return true;
  if (step.where === "home") return place.kind === "home";
  const channel = place.kind === "channel" ? channelOf(page, place.id) : null;
  return step.where === "dm" ? isApp(page, channel) : channel?.id === step.where;
}

function placeWords(page, { where }) {
  const app = page.server.bot.name;
  if (where === "home") return page.t("guide.home", { app });
  if (where === "dm") return page.t("guide.dm", { app });
  const name = page.names.channel(where);
  return name ? `#${name}` : page.t("guide.place");
}
