// Simulated time: which day it is in the workspace, and how to let days pass.

import { api } from "./api.js";
import { refuse } from "./act.js";
import { h } from "./dom.js";
import { floatBeside, unfloat } from "./float.js";
import { clockTime, longDay, shortDay } from "./format.js";
import { icon } from "./icons.js";

export function clock(page) {
  const { t, ui, server } = page;
  const day = server.now.slice(0, 10);
  const open = ui.menu === "clock";
  const busy = page.busy.has("time");
  const step = (key, change) => h(
    "button",
    { type: "button", class: "button slim", key, "aria-disabled": busy ? "true" : null, onClick: () => pass(page, change) },
    t(key),
  );
  const steps = () => [step("time.day", { days: 1 }), step("time.week", { days: 7 })];
  return h(
    "div",
    { class: "clock", role: "group", "aria-label": t("time.label") },
    h(
      "button",
      {
        type: "button", class: "quiet clock-now", id: "clock-now", "aria-haspopup": "dialog", "aria-expanded": String(open),
        title: t("time.pick"), onClick: () => page.set({ menu: open ? null : "clock" }),
      },
      icon("calendar", 18),
      h("time", { class: "long-date", datetime: server.now }, `${longDay(day, ui.language)} ${t("time.at", { time: clockTime(server.now, ui.language) })}`),
      h("time", { class: "short-date", datetime: server.now }, shortDay(day, ui.language)),
    ),
    h("div", { class: "clock-steps" }, steps()),
    open && panel(page, day, steps),
    h("span", { class: "unseen", role: "status" }, busy ? t("time.passing") : ""),
  );
}

function panel(page, day, steps) {
  const { t } = page;
  const close = () => {
    page.set({ menu: null });
    document.getElementById("clock-now").focus();
  };
  return h(
    "form",
    {
      class: "menu clock-panel", key: "panel", "aria-label": t("time.pick"),
      onCreate: (el) => {
        floatBeside(el, document.getElementById("clock-now"));
        el.querySelector("input").focus();
        el.outside = (event) => !el.parentNode.contains(event.target) && page.set({ menu: null });
        document.addEventListener("pointerdown", el.outside);
      },
      onRemove: (el) => {
        unfloat(el);
        document.removeEventListener("pointerdown", el.outside);
      },
      onKeyDown: (event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        close();
      },
      onSubmit: (event) => {
        event.preventDefault();
        const to = event.target.elements.day.value;
        close();
        if (to && to !== day) pass(page, { to: `${to}T${page.server.now.slice(11, 16)}` });
      },
    },
    h("p", { class: "menu-heading" }, t("time.explain")),
    h("div", { class: "panel-steps" }, steps()),
    h("label", { class: "label", for: "clock-day" }, t("time.to")),
    h("div", { class: "panel-steps" },
      h("input", { class: "field short", type: "date", id: "clock-day", name: "day", min: day, value: page.drafts.get("clock") ?? day,
        onInput: (event) => page.drafts.set("clock", event.target.value) }),
      h("button", { type: "submit", class: "button primary slim" }, t("time.go"))),
  );
}

export async function pass(page, change) {
  if (page.busy.has("time")) return;
  page.busy.add("time");
  page.drafts.delete("clock");
  page.redraw();
  try {
    await api.time(change);
    await page.refresh();
  } catch (refused) {
    refuse(page, refused.code);
  }
  page.busy.delete("time");
  page.redraw();
}
