// Select menus, single and multiple, as one combobox with search (ARIA Authoring Practices:
// "Editable combobox with list autocomplete").

import { h } from "./dom.js";
import { floatBeside, unfloat } from "./float.js";
import { icon } from "./icons.js";
import { chosenLabel, optionsOf, seek } from "./options.js";

/** `field` holds an id or a list of ids; `changed(value)` is called after each choice. */
export function combobox(form, { element, field, id, label, labelledby, describedby, invalid, changed }) {
  const { page, scope } = form;
  const many = element.type.startsWith("multi_");
  const open = page.ui.pick?.key === field.key;
  const held = many ? field.value : field.value === null ? [] : [field.value];
  const most = many ? (element.max_selected_items ?? Infinity) : 1;
  const full = many && held.length >= most;

  const show = (query = "") => {
    page.ui.pick = { key: field.key, query, at: 0 };
    seek(form, element, query);
    page.touch(scope);
  };
  const hide = () => {
    if (page.ui.pick?.key === field.key) page.ui.pick = null;
    page.touch(scope);
  };
  const settle = (value) => {
    field.change(value);
    changed?.(value);
  };
  const choose = (option) => {
    if (!many) {
      hide();
      settle(option.value);
    } else if (held.includes(option.value)) {
      settle(held.filter((value) => value !== option.value));
    } else if (!full) {
      page.ui.pick = { key: field.key, query: "", at: page.ui.pick?.at ?? 0 };
      settle([...held, option.value]);
    }
  };
  const options = open ? optionsOf(form, element, page.ui.pick.query) : [];
  const at = open ? Math.min(page.ui.pick.at, options.length - 1) : -1;
  const control = { form, element, field, id, label, many, held, full, open, options, at, show, hide, choose, settle };

  return h(
    "div",
    { class: many ? "pick many" : "pick", onFocusOut: (event) => left(event) && open && hide() },
    h(
      "div",
      { class: invalid ? "pick-box invalid" : "pick-box", id: `${id}-box` },
      many && held.map((value) => chip(control, value)),
      input(control, { labelledby, describedby, invalid }),
      !many && held.length > 0 && form.clearable && clearButton(control),
      icon("down", 16),
    ),
    open && listbox(control),
  );
}

function left(event) {
  return !event.currentTarget.contains(event.relatedTarget);
}

function chip(control, value) {
  const { form, element, held, settle } = control;
  const words = chosenLabel(form, element, value);
  return h(
    "span",
    { class: "chip", key: `chip-${value}` },
    words,
    h(
      "button",
      {
        type: "button", class: "chip-remove", "aria-label": form.page.t("pick.remove", { name: words }),
        onClick: () => settle(held.filter((each) => each !== value)),
      },
      icon("close", 12),
    ),
  );
}

function clearButton({ form, settle }) {
  return h(
    "button",
    { type: "button", class: "chip-remove", key: "clear", "aria-label": form.page.t("pick.clear"), onClick: () => settle(null) },
    icon("close", 12),
  );
}

function input(control, { labelledby, describedby, invalid }) {
  const { form, element, id, many, held, open, options, at, show } = control;
  const chosen = !many && held.length ? chosenLabel(form, element, held[0]) : "";
  return h("input", {
    key: "input", id, type: "text", role: "combobox", autocomplete: "off", spellcheck: "false",
    class: "pick-input",
    "aria-expanded": String(open), "aria-controls": `${id}-list`, "aria-autocomplete": "list",
    "aria-activedescendant": open && at >= 0 ? optionId(id, options[at]) : null,
    "aria-label": control.label ?? null, "aria-labelledby": labelledby ?? null,
    "aria-describedby": describedby ?? null, "aria-invalid": invalid ? "true" : null,
    placeholder: many && held.length ? "" : (chosen || (element.placeholder?.text ?? form.page.t("pick.choose"))),
    value: open ? form.page.ui.pick.query : chosen,
    "data-chosen": !open && chosen ? "true" : null,
    onInput: (event) => show(event.target.value),
    onClick: () => !open && show(),
    onKeyDown: (event) => keys(event, control),
  });
}

function optionId(id, option) {
  return `${id}-${option.value}`.replace(/\s/g, "_");
}

function keys(event, control) {
  const { open, options, at, show, hide, choose, held, many, settle, form, field } = control;
  const move = (step) => {
    form.page.ui.pick = { ...form.page.ui.pick, at: (at + step + options.length) % options.length };
    form.page.touch(form.scope);
  };
  const closed = { ArrowDown: () => show(), ArrowUp: () => show(), Enter: () => show() };
  const opened = {
    ArrowDown: () => options.length && move(1),
    ArrowUp: () => options.length && move(-1),
    Enter: () => options[at] && choose(options[at]),
    Escape: hide,
  };
  const query = open ? form.page.ui.pick.query : "";
  if (event.key === "Backspace" && many && query === "" && held.length) {
    settle(held.slice(0, -1));
    return;
  }
  const does = (open ? opened : closed)[event.key];
  if (!does || event.isComposing) return;
  event.preventDefault();
  event.stopPropagation();
  does(field);
}

function listbox(control) {
  const { form, id, label, many, full, options } = control;
  const { t } = form.page;
  return h(
    "ul",
    {
      key: "list", class: "listbox", role: "listbox", id: `${id}-list`,
      "aria-label": label ?? t("pick.options"), "aria-multiselectable": many ? "true" : null,
      onCreate: (el) => floatBeside(el, document.getElementById(`${id}-box`), { fit: true }),
      onUpdate: (el) => {
        el.replace?.();
        el.querySelector(".at")?.scrollIntoView({ block: "nearest" });
      },
      onRemove: unfloat,
      onPointerDown: (event) => event.preventDefault(), // the focus stays in the field
    },
    full && h("li", { class: "listbox-note", role: "presentation" }, t("pick.full")),
    options.length ? options.map((option, at) => entry(control, option, at)) : nothing(control),
  );
}

function nothing({ form }) {
  const waiting = form.page.busy.has("suggestions");
  return h("li", { class: "listbox-note", role: "presentation" }, form.page.t(waiting ? "pick.seeking" : "pick.nothing"));
}

function entry(control, option, position) {
  const { id, held, at, options, choose } = control;
  const chosen = held.includes(option.value);
  const heading = option.group && option.group !== options[position - 1]?.group;
  return [
    heading && h("li", { class: "listbox-heading", role: "presentation", key: `group-${option.group}` }, option.group),
    h(
      "li",
      {
        key: `option-${option.value}`, id: optionId(id, option), role: "option",
        class: position === at ? "option at" : "option", "aria-selected": String(chosen),
        onClick: () => choose(option),
      },
      h("span", { class: "menu-words" }, h("span", { class: "menu-label" }, option.label),
        option.detail && h("span", { class: "menu-detail" }, option.detail)),
      chosen && icon("check", 16),
    ),
  ];
}
