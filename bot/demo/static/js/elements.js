// The interactive elements of Block Kit. A form is {page, scope, container, names}: where the
// element stands, and what to tell the server when somebody uses it.

import { actOnce } from "./act.js";
import { combobox } from "./choices.js";
import { ask } from "./confirm.js";
import { h } from "./dom.js";
import { withSigns } from "./emoji.js";
import { collect, counter, field } from "./fields.js";
import { longDay } from "./format.js";
import { icon } from "./icons.js";
import { menuButton } from "./menu.js";
import { textOf } from "./text.js";

/** Draws an element. `about` holds the ids that name and describe it, and whether it is in error. */
export function drawElement(form, block, element, about = {}) {
  const draw = DRAWN[element.type] ?? (element.type.endsWith("_select") ? select : unknown);
  return draw(form, block, element, { id: elementId(form, block, element), ...about });
}

export function elementId(form, block, element) {
  return `${form.scope}/${block.block_id}/${element?.action_id}`.replace(/\s/g, "_");
}

/** Tells the app that an element was used, after its confirmation where it has one. */
async function fire(form, block, element, value) {
  const { page, scope, container } = form;
  if (element.confirm && !(await ask(page, element.confirm))) return false;
  const key = `${scope}/${block.block_id}/${element.action_id}`;
  await actOnce(page, key, scope, "block_action", {
    container, block_id: block.block_id, action_id: element.action_id, value,
    values: collect(page, scope, form.blocks),
  });
  return true;
}

/** Elements outside input blocks tell the app at once; inside only where they ask for it. */
function reports(block) {
  return block.type !== "input" || block.dispatch_action === true;
}

/** The change function of a field that reports; a refused confirmation puts the old value back. */
function changing(form, block, element, held) {
  const before = held.value;
  return async (value) => {
    held.change(value);
    if (reports(block) && !(await fire(form, block, element, value))) held.change(before);
  };
}

const named = (about) => ({
  "aria-labelledby": about.labelledby ?? null, "aria-label": about.label ?? null,
  "aria-describedby": about.describedby ?? null,
  "aria-invalid": about.invalid ? "true" : null, "aria-required": about.required ? "true" : null,
});

function button(form, block, element, about) {
  const { page, scope } = form;
  const busy = page.busy.has(`${scope}/${block.block_id}/${element.action_id}`);
  return h(
    element.url ? "a" : "button",
    {
      type: element.url ? null : "button", class: `button ${element.style ?? ""}`, id: about.id,
      href: /^https?:/i.test(element.url ?? "") ? element.url : null,
      target: element.url ? "_blank" : null, rel: element.url ? "noopener noreferrer" : null,
      "aria-label": element.accessibility_label ?? null, "aria-busy": busy ? "true" : null,
      onClick: () => fire(form, block, element, element.value ?? null),
    },
    h("span", {}, textOf(element.text, form.names)),
    busy && h("span", { class: "spinner", "aria-hidden": "true" }),
  );
}

function overflow(form, block, element) {
  const { page, scope } = form;
  return menuButton(page, {
    name: `${scope}/${block.block_id}/${element.action_id}`, scope, label: page.t("more.actions"),
    face: icon("more"), className: "button square", align: "end",
    items: (element.options ?? []).map((option) => ({
      label: withSigns(option.text.text), detail: option.description?.text, href: option.url,
      pick: () => fire(form, block, element, option.value),
    })),
  });
}

function select(form, block, element, about) {
  const held = field(form.page, form.scope, block, element);
  const before = held.value;
  return combobox(
    { ...form, clearable: block.optional === true },
    {
      element, field: held, id: about.id, describedby: about.describedby, invalid: about.invalid,
      labelledby: about.labelledby, label: about.labelledby ? null : (element.placeholder?.text ?? null),
      changed: async (value) => {
        if (reports(block) && !(await fire(form, block, element, value))) held.change(before);
      },
    },
  );
}

const KINDS = {
  plain_text_input: { type: "text" },
  email_text_input: { type: "email", inputmode: "email" },
  url_text_input: { type: "url", inputmode: "url" },
  number_input: { type: "text", inputmode: "decimal" },
};

function textInput(form, block, element, about) {
  const held = field(form.page, form.scope, block, element);
  const count = counter(element, held.value);
  const { multiline, dispatch_action_config: config } = element;
  const onEach = config?.trigger_actions_on?.includes("on_character_entered");
  return h(
    "div",
    { class: "text-field" },
    h(multiline ? "textarea" : "input", {
      ...(multiline ? { rows: "4" } : KINDS[element.type]), ...named(about), id: about.id,
      class: element.type === "number_input" ? "field short" : "field", autocomplete: "off",
      placeholder: element.placeholder?.text ?? null, value: held.value,
      "data-first": element.focus_on_load ? "true" : null,
      onInput: (event) => {
        held.change(event.target.value);
        if (reports(block) && onEach) fire(form, block, element, event.target.value);
      },
      onKeyDown: (event) => {
        if (event.key !== "Enter" || event.isComposing || multiline) return;
        event.preventDefault();
        if (reports(block) && !onEach) fire(form, block, element, event.target.value);
        else form.submit?.();
      },
    }),
    count && h("span", { class: count.over ? "counter over" : "counter" }, count.words),
  );
}

const OLDEST = "1900-01-01";
const DATES = { datepicker: "date", timepicker: "time" };

function dateInput(form, block, element, about) {
  const held = field(form.page, form.scope, block, element);
  const change = changing(form, block, element, held);
  return h(
    "div",
    { class: "moment" },
    h("input", {
      ...named(about), id: about.id, class: "field short", type: DATES[element.type], value: held.value ?? "",
      "aria-label": about.labelledby ? null : (element.placeholder?.text ?? null),
      onChange: ({ target }) => {
        if (target.value && target.value < OLDEST && element.type === "datepicker") return; // a year half typed
        change(target.value || null);
      },
    }),
    held.value && h("span", { class: "moment-words" }, momentWords(form.page, element, held.value)),
  );
}

/** The browser writes dates its own way; this says which day or time it is in the page's language. */
function momentWords({ t, ui }, element, value) {
  if (element.type === "datepicker") return longDay(value, ui.language);
  return t("field.at", { time: ui.language === "da" ? value.replace(":", ".") : value });
}

function dateTimeInput(form, block, element, about) {
  const held = field(form.page, form.scope, block, element);
  const change = changing(form, block, element, held);
  const local = held.value === null ? "" : localMinute(held.value);
  return h("input", {
    ...named(about), id: about.id, class: "field short", type: "datetime-local", value: local,
    onChange: ({ target }) => change(target.value ? Math.floor(new Date(target.value) / 1000) : null),
  });
}

function localMinute(seconds) {
  const at = new Date(seconds * 1000);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function choices(form, block, element, about) {
  const many = element.type === "checkboxes";
  const held = field(form.page, form.scope, block, element);
  const change = changing(form, block, element, held);
  const chosen = (value) => (many ? held.value.includes(value) : held.value === value);
  const next = (value) => {
    if (!many) return value;
    return chosen(value) ? held.value.filter((each) => each !== value) : [...held.value, value];
  };
  return h(
    "div",
    { ...named(about), class: "choices", role: many ? "group" : "radiogroup", id: about.id, tabindex: "-1" },
    (element.options ?? []).map((option, at) =>
      h(
        "label",
        { class: "choice", key: option.value },
        h("input", {
          type: many ? "checkbox" : "radio", name: about.id, id: `${about.id}-${at}`,
          checked: chosen(option.value), onChange: () => change(next(option.value)),
        }),
        h("span", {}, h("span", { class: "choice-label" }, textOf(option.text, form.names)), " ",
          option.description && h("span", { class: "choice-detail" }, textOf(option.description, form.names))),
      ),
    ),
  );
}

function image(form, block, element) {
  return h("img", { class: "accessory-image", src: element.image_url, alt: element.alt_text ?? "" });
}

function unknown(form, block, element) {
  return h("span", { class: "note" }, form.page.t("block.unknown", { type: element.type }));
}

const DRAWN = {
  button, overflow, image,
  plain_text_input: textInput, email_text_input: textInput, url_text_input: textInput, number_input: textInput,
  datepicker: dateInput, timepicker: dateInput, datetimepicker: dateTimeInput,
  checkboxes: choices, radio_buttons: choices,
};
