// Modals: the top of the persona's stack of views, as a dialog over the conversation.

import { act, actOnce, refusalWords } from "./act.js";
import { announce } from "./announce.js";
import { drawBlocks } from "./blocks.js";
import { askPlainly } from "./confirm.js";
import { h } from "./dom.js";
import { check, collect, typedInto } from "./fields.js";
import { icon } from "./icons.js";
import { textOf } from "./text.js";

const WHOLE = ""; // the key of what is wrong with the form as a whole

/** Takes over errors that the server holds for a view, once each. */
export function takeErrors(page) {
  for (const view of page.server.views) {
    const errors = JSON.stringify(view.errors ?? {});
    if (errors === "{}" || page.told.get(view.id) === errors) continue;
    page.told.set(view.id, errors);
    page.errors.set(`view:${view.id}`, new Map(Object.entries(view.errors)));
    page.after(focusFirstError);
  }
}

export function dialog(page) {
  const { views } = page.server;
  const view = views.at(-1);
  if (!view) return null;
  const scope = `view:${view.id}`;
  const busy = page.busy.has(`${scope}/submit`);
  const form = {
    page, scope, names: page.names, blocks: view.blocks, container: { type: "view", view_id: view.id },
    submit: view.submit ? () => submit(page, view) : null,
  };
  const title = `${scope}/title`;
  return h(
    "dialog",
    {
      class: "modal", key: scope, "aria-labelledby": title, "aria-busy": busy ? "true" : null,
      onCreate: (el) => open(el, page),
      onRemove: () => page.after(() => giveBack(page)),
      onCancel: (event) => {
        event.preventDefault();
        close(page, view);
      },
    },
    head(page, view, title),
    h(
      "form",
      {
        class: "modal-form", id: `${scope}/form`, novalidate: true,
        onSubmit: (event) => {
          event.preventDefault();
          submit(page, view);
        },
      },
      h("div", { class: "modal-body", key: "body", tabindex: "-1" }, drawBlocks(form)),
      foot(page, view, scope, busy),
    ),
  );
}

function head(page, view, title) {
  const depth = page.server.views.length;
  return h(
    "header",
    { class: "modal-head" },
    depth > 1 && h(
      "button",
      { type: "button", class: "quiet square", key: "back", "aria-label": page.t("dialog.back"), onClick: () => close(page, view) },
      icon("back"),
    ),
    h("h2", { id: title, key: "title" }, textOf(view.title, page.names)),
    h(
      "button",
      {
        type: "button", class: "quiet square", key: "close", "aria-label": page.t("dialog.close"), title: `${page.t("dialog.close")} (Esc)`,
        onClick: () => closeAll(page),
      },
      icon("close"),
    ),
  );
}

function foot(page, view, scope, busy) {
  const whole = page.errors.get(scope)?.get(WHOLE);
  return h(
    "footer",
    { class: "modal-foot", key: "foot" },
    whole && h("p", { class: "field-error whole", role: "alert", key: "whole" }, icon("warn", 16), h("span", {}, whole)),
    h(
      "button",
      { type: "button", class: "button", key: "cancel", onClick: () => close(page, view) },
      textOf(view.close, page.names) ?? page.t(view.submit ? "dialog.cancel" : "dialog.done"),
    ),
    view.submit && h(
      "button",
      { type: "submit", class: "button primary", key: "submit", "aria-busy": busy ? "true" : null },
      h("span", {}, textOf(view.submit, page.names)),
      busy && h("span", { class: "spinner", "aria-hidden": "true" }),
    ),
  );
}

function open(el, page) {
  if (!page.returnTo) page.returnTo = document.activeElement;
  el.showModal();
  const field = "input:not([type=hidden]), textarea";
  const first = el.querySelector("[data-first]") ?? el.querySelector("[aria-invalid=true]")
    ?? el.querySelector(`.modal-body :is(${field}, button)`) ?? el.querySelector(".modal-foot button:last-child");
  first?.focus();
}

function giveBack(page) {
  if (page.server.views.length) return;
  const back = page.returnTo;
  page.returnTo = null;
  if (back?.isConnected && back !== document.body) back.focus();
  else document.querySelector(".composer textarea")?.focus();
}

async function submit(page, view) {
  const scope = `view:${view.id}`;
  const wrong = check(page, scope, view.blocks);
  if (Object.keys(wrong).length) {
    showErrors(page, scope, wrong);
    return;
  }
  page.errors.delete(scope);
  const values = collect(page, scope, view.blocks);
  const answer = await actOnce(
    page, `${scope}/submit`, scope, "view_submit", { view_id: view.id, values }, { quiet: true },
  );
  if (answer === null) return;
  page.told.set(view.id, JSON.stringify(answer.errors ?? {})); // the state tells them once more
  if (!answer.ok) showErrors(page, scope, answer.errors ?? { [WHOLE]: refusalWords(page, answer.error) });
  page.refresh();
}

function showErrors(page, scope, errors) {
  page.errors.set(scope, new Map(Object.entries(errors)));
  page.after(focusFirstError);
  announce(page.t("dialog.errors", { count: Object.keys(errors).length }));
}

function focusFirstError() {
  const wrong = document.querySelector("dialog[open] [aria-invalid=true]");
  const field = wrong?.matches(".choices") ? wrong.querySelector("input") : wrong;
  field?.focus();
  wrong?.closest(".block")?.scrollIntoView({ block: "nearest" });
}

/** Closes the view; typed text isn't thrown away without a question. */
async function close(page, view) {
  const typed = typedInto(page, `view:${view.id}`, view.blocks);
  if (typed && !(await askPlainly(page, "discard", "danger"))) return false;
  await act(page, "view_close", { view_id: view.id }, { quiet: true }); // it may be gone already
  await page.refresh();
  return true;
}

async function closeAll(page) {
  for (const view of [...page.server.views].reverse()) {
    if (!(await close(page, view))) return;
  }
}
