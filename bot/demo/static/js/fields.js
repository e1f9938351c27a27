// What the elements of a form hold, from where it starts to what is sent, and the checks that
// Slack makes in the page before it sends.

const value = (option) => option?.value ?? null;
const values = (options) => (options ?? []).map((option) => option.value);

/** By element type: what it holds before anybody touched it. Types not named here hold nothing. */
const STARTS = {
  plain_text_input: (element) => element.initial_value ?? "",
  email_text_input: (element) => element.initial_value ?? "",
  url_text_input: (element) => element.initial_value ?? "",
  number_input: (element) => element.initial_value ?? "",
  datepicker: (element) => element.initial_date ?? null,
  timepicker: (element) => element.initial_time ?? null,
  datetimepicker: (element) => element.initial_date_time ?? null,
  static_select: (element) => value(element.initial_option),
  external_select: (element) => value(element.initial_option),
  users_select: (element) => element.initial_user ?? null,
  conversations_select: (element) => element.initial_conversation ?? null,
  channels_select: (element) => element.initial_channel ?? null,
  multi_static_select: (element) => values(element.initial_options),
  multi_external_select: (element) => values(element.initial_options),
  multi_users_select: (element) => element.initial_users ?? [],
  multi_conversations_select: (element) => element.initial_conversations ?? [],
  multi_channels_select: (element) => element.initial_channels ?? [],
  radio_buttons: (element) => value(element.initial_option),
  checkboxes: (element) => values(element.initial_options),
};

/** True if the element holds something that a form sends. */
export function holds(element) {
  return element.type in STARTS;
}

function keyOf(scope, block, element) {
  return `${scope}/${block.block_id}/${element.action_id}`;
}

/** A field as its element sees it: what it holds, and how to change that. */
export function field(page, scope, block, element) {
  const key = keyOf(scope, block, element);
  const start = STARTS[element.type]?.(element) ?? null;
  const started = JSON.stringify(start);
  const held = page.drafts.get(key);
  const kept = held && (scope.startsWith("view:") || held.started === started);
  return {
    key,
    value: kept ? held.value : start,
    change(next) {
      page.drafts.set(key, { value: next, started });
      page.errors.get(scope)?.delete(block.block_id);
      page.touch(scope);
    },
  };
}

/** All elements of a block that may hold something. */
export function elementsOf(block) {
  if (block.type === "input") return [block.element];
  if (block.type === "actions") return block.elements ?? [];
  return block.accessory ? [block.accessory] : [];
}

/** What the form holds now: {block_id: {action_id: value}}. */
export function collect(page, scope, blocks) {
  const all = {};
  for (const block of blocks ?? []) {
    for (const element of elementsOf(block).filter(holds)) {
      const held = sent(element, field(page, scope, block, element).value);
      all[block.block_id] = { ...all[block.block_id], [element.action_id]: held };
    }
  }
  return all;
}

/** Numbers go with a point, whichever sign they were typed with. */
export function sent(element, held) {
  return element.type === "number_input" && held ? held.trim().replace(",", ".") : held;
}

/** True if anybody typed into the form: then closing it asks first. */
export function typedInto(page, scope, blocks) {
  return (blocks ?? []).some((block) =>
    elementsOf(block)
      .filter((element) => element.type.endsWith("_input"))
      .some((element) => {
        const started = STARTS[element.type]?.(element) ?? "";
        return field(page, scope, block, element).value !== started;
      }),
  );
}

/** What is wrong with the form before it is sent: {block_id: sentence}. */
export function check(page, scope, blocks) {
  const wrong = {};
  for (const block of (blocks ?? []).filter((each) => each.type === "input")) {
    const { value: held } = field(page, scope, block, block.element);
    const sentence = complaint(page.t, block, held);
    if (sentence) wrong[block.block_id] = sentence;
  }
  return wrong;
}

function complaint(t, block, held) {
  const empty = held === null || held.length === 0 || (typeof held === "string" && held.trim() === "");
  if (empty) return block.optional ? null : t("field.required");
  const { element } = block;
  if (element.type === "number_input") return numberComplaint(t, element, held);
  if (element.type === "email_text_input") return /^\S+@\S+\.\S+$/.test(held) ? null : t("field.email");
  if (element.type === "url_text_input") return /^https?:\/\/\S+$/.test(held) ? null : t("field.url");
  return element.type === "plain_text_input" ? lengthComplaint(t, element, held) : null;
}

const LONGEST = 3000; // characters of a plain_text_input

function lengthComplaint(t, element, held) {
  const most = element.max_length ?? LONGEST;
  if (held.length > most) return t("field.long", { most, count: held.length - most });
  if (held.length < (element.min_length ?? 0)) return t("field.short", { least: element.min_length });
  return null;
}

function numberComplaint(t, element, held) {
  const number = Number(held.replace(",", "."));
  if (Number.isNaN(number)) return t("field.number");
  if (!element.is_decimal_allowed && !Number.isInteger(number)) return t("field.whole");
  if (element.min_value !== undefined && number < Number(element.min_value)) {
    return t("field.least", { least: element.min_value });
  }
  if (element.max_value !== undefined && number > Number(element.max_value)) {
    return t("field.most", { most: element.max_value });
  }
  return null;
}

/** "12/150" when a text nears its limit or must have a length; else nothing. */
export function counter(element, held) {
  const most = element.max_length ?? LONGEST;
  const near = held.length > most * 0.8 || held.length < (element.min_length ?? 0);
  return near && held.length > 0 ? { words: `${held.length}/${most}`, over: held.length > most } : null;
}

/** Forgets what was typed into forms that are gone. */
export function forgetForms(page, views) {
  const alive = new Set(views.map((view) => `view:${view.id}`));
  for (const kept of [page.drafts, page.errors]) {
    for (const key of kept.keys()) {
      const scope = key.split("/")[0];
      if (scope.startsWith("view:") && !alive.has(scope)) kept.delete(key);
    }
  }
}
