// The blocks of messages, modals and the App Home. Source: docs.slack.dev, "Block Kit".

import { h } from "./dom.js";
import { drawElement, elementId } from "./elements.js";
import { icon } from "./icons.js";
import { richText } from "./richtext.js";
import { textOf, textPart } from "./text.js";

/** Draws `blocks`. A form is {page, scope, container, blocks, names, submit?}. */
export function drawBlocks(form) {
  return form.blocks.map((block, at) =>
    h("div", { class: `block block-${block.type}`, key: block.block_id ?? at }, drawBlock(form, block)),
  );
}

function drawBlock(form, block) {
  const draw = BLOCKS[block.type];
  if (draw) return draw(form, block);
  return h("p", { class: "note" }, form.page.t("block.unknown", { type: block.type }));
}

function section(form, block) {
  const words = `${form.scope}/${block.block_id}/words`;
  const labelledby = block.text ? words : null;
  return [
    h(
      "div",
      { class: "section-words", id: words },
      block.text && textPart(block.text, form.names),
      block.fields && h("div", { class: "fields" }, block.fields.map((text) => textPart(text, form.names, "text field-cell"))),
    ),
    block.accessory && h("div", { class: "accessory" }, drawElement(form, block, block.accessory, { labelledby })),
  ];
}

function header(form, block) {
  return h(form.container.type === "view" ? "h3" : "h2", { class: "header" }, textOf(block.text, form.names));
}

function context(form, block) {
  return block.elements.map((element) =>
    element.type === "image"
      ? h("img", { class: "context-image", src: element.image_url, alt: element.alt_text ?? "" })
      : textPart(element, form.names, "text fine"),
  );
}

function actions(form, block) {
  return h("div", { class: "actions" }, block.elements.map((element) =>
    h("div", { class: "action", key: element.action_id }, drawElement(form, block, element))));
}

function input(form, block) {
  const { page, scope } = form;
  const id = elementId(form, block, block.element);
  const error = page.errors.get(scope)?.get(block.block_id);
  const grouped = ["checkboxes", "radio_buttons"].includes(block.element.type);
  const label = [
    textOf(block.label, form.names),
    block.optional && h("span", { class: "optional" }, ` ${page.t("field.optional")}`),
  ];
  const about = {
    labelledby: `${id}-label`, invalid: Boolean(error), required: !block.optional,
    describedby: [error && `${id}-error`, block.hint && `${id}-hint`].filter(Boolean).join(" ") || null,
  };
  return [
    h(grouped ? "div" : "label", { class: "label", id: `${id}-label`, for: grouped ? null : id }, label),
    drawElement(form, block, block.element, about),
    error && h("p", { class: "field-error", id: `${id}-error`, key: "error" }, icon("warn", 16), h("span", {}, error)),
    block.hint && h("p", { class: "hint", id: `${id}-hint`, key: "hint" }, textOf(block.hint, form.names)),
  ];
}

function image(form, block) {
  return h(
    "figure",
    { class: "image" },
    block.title && h("figcaption", {}, textOf(block.title, form.names)),
    h("img", { src: block.image_url ?? block.slack_file?.url, alt: block.alt_text ?? "" }),
  );
}

function table(form, block) {
  const cell = (tag, content) =>
    h(tag, { scope: tag === "th" ? "col" : null },
      content.type === "rich_text" ? richText(content, form.names) : content.text);
  const [head, ...rows] = block.rows ?? [];
  return h(
    "div",
    { class: "table-frame", tabindex: "0" },
    h("table", {},
      head && h("thead", {}, h("tr", {}, head.map((content) => cell("th", content)))),
      h("tbody", {}, rows.map((row) => h("tr", {}, row.map((content) => cell("td", content)))))),
  );
}

const BLOCKS = {
  section, header, context, actions, input, image, table,
  divider: () => h("hr"),
  rich_text: (form, block) => richText(block, form.names),
};
