// Where the options of a select menu come from: the element itself, the people, the channels,
// or the app's own search.

import { api } from "./api.js";
import { withSigns } from "./emoji.js";
import { placeTitle } from "./page.js";

const DELAY = 200; // ms of rest in typing before the app is asked

function listed(options, group) {
  return (options ?? []).map((option) => ({
    value: option.value, label: withSigns(option.text.text), detail: option.description?.text, group,
  }));
}

function own(element) {
  if (!element.option_groups) return listed(element.options);
  return element.option_groups.flatMap((group) => listed(group.options, group.label.text));
}

function people({ page }) {
  return page.server.personas.map((persona) => ({
    value: persona.id, label: persona.real_name,
    detail: [persona.organisation, persona.title].filter(Boolean).join(" · "),
  }));
}

function conversations({ page }, kinds) {
  return page.server.channels
    .filter((channel) => kinds.includes(channel.kind))
    .map((channel) => ({ value: channel.id, label: placeTitle(channel) }));
}

function everything(form, element) {
  const kind = element.type.replace(/^multi_/, "");
  if (kind === "users_select") return people(form);
  if (kind === "channels_select") return conversations(form, ["channel"]);
  if (kind === "conversations_select") return conversations(form, ["channel", "private", "dm", "group"]);
  return kind === "external_select" ? (form.page.found.get(keyOf(form, element)) ?? listedStart(element)) : own(element);
}

function listedStart(element) {
  return listed(element.initial_options ?? (element.initial_option ? [element.initial_option] : []));
}

function keyOf(form, element) {
  return `${form.scope}/${element.action_id}`;
}

/** The options that match what was typed. */
export function optionsOf(form, element, query) {
  const all = everything(form, element);
  if (element.type.endsWith("external_select")) return all;
  const wanted = query.trim().toLocaleLowerCase();
  const hit = (text) => (text ?? "").toLocaleLowerCase().includes(wanted);
  return wanted ? all.filter((option) => hit(option.label) || hit(option.detail)) : all;
}

/** The words of a chosen value, also when the search that found it is over. */
export function chosenLabel(form, element, value) {
  const option = everything(form, element).find((each) => each.value === value);
  if (option) form.page.labels.set(value, option.label);
  return option?.label ?? form.page.labels.get(value) ?? form.page.names.user(value) ?? value;
}

/** Asks the app for options of an external select, a little after the last key. */
export function seek(form, element, query) {
  if (!element.type.endsWith("external_select")) return;
  const { page, scope, container } = form;
  if (query.length < (element.min_query_length ?? 3) && element.min_query_length !== 0) return;
  clearTimeout(page.searching);
  page.searching = setTimeout(async () => {
    page.busy.add("suggestions");
    page.touch(scope);
    const { view_id, channel, ts } = container;
    try {
      const answer = await api.suggestions(page.ui.me, { view_id, channel, ts, action_id: element.action_id, q: query });
      const groups = answer.option_groups;
      page.found.set(keyOf(form, element), groups ? own(answer) : listed(answer.options));
    } catch {
      page.found.set(keyOf(form, element), []);
    }
    page.busy.delete("suggestions");
    page.touch(scope);
  }, DELAY);
}
