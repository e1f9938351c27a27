// Suggestions while typing: commands after "/", people after "@", channels after "#".

import { avatar } from "./avatar.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";

const MOST = 9;

/** What fits the text before the caret: {from, to, kind, items} or null. */
export function suggest(page, text, caret, { inThread }) {
  const before = text.slice(0, caret);
  if (before.startsWith("/") && !/\s/.test(before) && !inThread) return commands(page, before);
  const found = /(^|[\s(])([@#])([^\s@#]*(?: [^\s@#]*)?)$/u.exec(before);
  if (!found) return null;
  const [, , kind, query] = found;
  const from = caret - query.length - 1;
  const items = kind === "@" ? people(page, query) : channels(page, query);
  return items.length ? { from, to: caret, kind, items } : null;
}

function commands(page, typed) {
  const items = page.server.commands
    .filter((command) => command.command.startsWith(typed.toLowerCase()))
    .map((command) => ({
      key: command.command, label: command.command, usage: command.usage_hint, detail: command.description,
      lead: icon("bolt", 16), insert: `${command.command} `,
    }));
  return items.length ? { from: 0, to: typed.length, kind: "/", items } : null;
}

function people(page, query) {
  const wanted = query.toLocaleLowerCase();
  const fits = (name) => name.toLocaleLowerCase().split(/\s+/).some((part, at, parts) => parts.slice(at).join(" ").startsWith(wanted));
  const { personas, bot } = page.server;
  const persons = personas
    .filter((persona) => fits(persona.real_name) && `${persona.real_name} ` !== query)
    .map((persona) => ({
      key: persona.id, label: persona.real_name, detail: persona.organisation,
      lead: avatar(page, { user: persona.id }, 20), insert: `@${persona.real_name} `,
    }));
  const app = { key: bot.id, label: bot.name, detail: page.t("message.app"), lead: avatar(page, { bot: true }, 20), insert: `@${bot.name} ` };
  return [...(fits(bot.name) ? [app] : []), ...persons].slice(0, MOST);
}

function channels(page, query) {
  const wanted = query.toLocaleLowerCase();
  return page.server.channels
    .filter((channel) => ["channel", "private"].includes(channel.kind) && channel.name.startsWith(wanted))
    .map((channel) => ({
      key: channel.id, label: `#${channel.name}`, detail: channel.topic,
      lead: icon(channel.kind === "private" ? "lock" : "hash", 16), insert: `#${channel.name} `,
    }))
    .slice(0, MOST);
}

/** The command that the text begins with, once its name is complete: for the hint above the field. */
export function commandIn(page, text) {
  const name = /^(\/\S+)(\s|$)/.exec(text)?.[1];
  return page.server.commands.find((command) => command.command === name) ?? null;
}

/** The list above the composer. `id` is the composer's; `pick(item)` puts an item in. */
export function completionList(page, id, completion, pick) {
  return h(
    "ul",
    {
      class: "completion listbox", role: "listbox", id: `${id}-list`, key: "completion",
      "aria-label": page.t(`completion.${{ "/": "commands", "@": "people", "#": "channels" }[completion.kind]}`),
      onPointerDown: (event) => event.preventDefault(),
      onUpdate: (el) => el.querySelector(".at")?.scrollIntoView({ block: "nearest" }),
    },
    completion.items.map((item, at) => h(
      "li",
      {
        class: at === completion.at ? "option at" : "option", role: "option", id: `${id}-option-${at}`, key: item.key,
        "aria-selected": String(at === completion.at), onClick: () => pick(item),
      },
      item.lead,
      h("span", { class: "menu-words" },
        h("span", { class: "menu-label" }, item.label, item.usage && h("span", { class: "usage" }, ` ${item.usage}`)),
        item.detail && h("span", { class: "menu-detail" }, item.detail)),
    )),
  );
}
