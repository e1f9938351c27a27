// Where one writes: messages, commands, mentions, and the app's global shortcuts.
// The text stays until the server has taken it.

import { act, actOnce, refusalWords } from "./act.js";
import { commandIn, completionList, suggest } from "./completion.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { menuButton } from "./menu.js";
import { outgoing } from "./outgoing.js";
import { personOf, placeTitle } from "./page.js";

/** The drafts' key of a composer. */
export function composerKey(me, channel, thread) {
  return `compose:${me}:${channel}:${thread ?? ""}`;
}

export function composer(page, { channel, thread }) {
  const { t, ui } = page;
  const key = composerKey(ui.me, channel.id, thread);
  const id = thread ? "composer-thread" : "composer";
  const text = page.drafts.get(key) ?? "";
  const here = { page, key, id, channel, thread, text };
  const completion = ui.completion?.key === key ? ui.completion : null;
  const error = page.errors.get(key);
  const label = thread ? t("composer.thread") : t("composer.label", { place: placeTitle(channel) });
  return h(
    "form",
    {
      class: "composer", key, "aria-label": label,
      onSubmit: (event) => {
        event.preventDefault();
        send(here);
      },
    },
    completion && completionList(page, id, completion, (item) => put(here, completion, item)),
    !completion && hint(page, text),
    error && h("p", { class: "composer-error", role: "alert", key: "error", id: `${id}-error` }, icon("warn", 16), h("span", {}, error)),
    h(
      "div",
      { class: "composer-box", key: "box" },
      h("textarea", {
        id, rows: "1", class: "composer-text", placeholder: label, "aria-label": label, value: text,
        "aria-autocomplete": "list", "aria-haspopup": "listbox", "aria-controls": completion ? `${id}-list` : null,
        "aria-activedescendant": completion ? `${id}-option-${completion.at}` : null,
        "aria-describedby": error ? `${id}-error` : null, "aria-invalid": error ? "true" : null,
        onCreate: grow, onUpdate: grow,
        onInput: ({ target }) => typed(here, target.value, target.selectionStart),
        onBlur: () => completion && page.set({ completion: null }),
        onKeyDown: (event) => keys(event, here, completion),
      }),
      tools(here),
    ),
    h("p", { class: "composer-hint", key: "hint" }, t(thread || !page.server.commands.length ? "composer.threadkeys" : "composer.keys")),
  );
}

function hint(page, text) {
  const command = commandIn(page, text);
  if (!command) return null;
  return h(
    "p",
    { class: "composer-usage", key: "usage" },
    h("strong", {}, command.command), ` ${command.usage_hint ?? ""}`, h("span", { class: "menu-detail" }, command.description),
  );
}

function tools(here) {
  const { page, key, thread, text } = here;
  const { t, server } = page;
  const busy = page.busy.has(key);
  const global = server.shortcuts.global;
  return h(
    "div",
    { class: "composer-tools" },
    !thread && global.length > 0 && menuButton(page, {
      name: "shortcuts", label: t("composer.shortcuts"), face: icon("bolt"), className: "quiet square", side: "above",
      items: [
        { heading: t("message.shortcuts", { app: server.bot.name }) },
        ...global.map((shortcut) => ({
          label: shortcut.name, lead: icon("bolt", 16),
          pick: () => act(page, "global_shortcut", { callback_id: shortcut.callback_id }),
        })),
      ],
    }),
    h(
      "button",
      { type: "button", class: "quiet square", key: "at", "aria-label": t("composer.mention"), title: t("composer.mention"), onClick: () => insert(here, "@") },
      icon("at"),
    ),
    h("span", { class: "spacer" }),
    h(
      "button",
      { type: "submit", class: "send", key: "send", "aria-label": t("composer.send"), title: `${t("composer.send")} (Enter)`, "aria-busy": busy ? "true" : null, disabled: !text.trim() },
      busy ? h("span", { class: "spinner", "aria-hidden": "true" }) : icon("send"),
    ),
  );
}

function grow(el) {
  el.style.setProperty("height", "auto");
  el.style.setProperty("height", `${Math.min(el.scrollHeight, 220)}px`);
}

function typed({ page, key, thread }, text, caret) {
  page.drafts.set(key, text);
  page.errors.delete(key);
  const found = suggest(page, text, caret, { inThread: Boolean(thread) });
  page.set({ completion: found ? { ...found, key, at: 0 } : null });
}

/** Puts `text` into the composer of the open conversation, and the caret behind it. */
export function fill(page, text) {
  const key = composerKey(page.ui.me, page.ui.place.id, null);
  page.drafts.set(key, text);
  page.errors.delete(key);
  page.set({ completion: null });
  page.after(() => caretTo("composer", text.length));
}

function caretTo(id, at) {
  const el = document.getElementById(id);
  el?.focus();
  el?.setSelectionRange(at, at);
}

function put(here, completion, item) {
  const { page, key, id, text } = here;
  page.drafts.set(key, text.slice(0, completion.from) + item.insert + text.slice(completion.to));
  page.set({ completion: null });
  page.after(() => caretTo(id, completion.from + item.insert.length));
}

function insert(here, sign) {
  const el = document.getElementById(here.id);
  const at = el.selectionStart ?? here.text.length;
  const gap = at > 0 && !/\s/.test(here.text[at - 1]) ? " " : "";
  const text = here.text.slice(0, at) + gap + sign + here.text.slice(at);
  typed(here, text, at + gap.length + 1);
  here.page.after(() => caretTo(here.id, at + gap.length + 1));
}

function keys(event, here, completion) {
  if (event.isComposing) return;
  const does = (completion ? inList : inText)(event, here, completion);
  if (!does) return;
  event.preventDefault();
  event.stopPropagation();
  does();
}

function inText(event, here) {
  if (event.key === "Enter" && !event.shiftKey) return () => send(here);
  return null;
}

function inList(event, here, completion) {
  const { page, text } = here;
  const count = completion.items.length;
  const move = (step) => page.set({ completion: { ...completion, at: (completion.at + step + count) % count } });
  const item = completion.items[completion.at];
  const complete = completion.kind === "/" && item.key === text;
  const moves = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Tab: () => put(here, completion, item),
    Enter: () => (complete ? send(here) : put(here, completion, item)),
    Escape: () => page.set({ completion: null }),
  };
  return event.shiftKey ? null : moves[event.key];
}

async function send(here) {
  const { page, key, channel, thread, text } = here;
  const said = text.trim();
  if (!said || page.busy.has(key)) return;
  page.set({ completion: null });
  const refusal = misplaced(page, said, thread);
  const answer = refusal ?? (await actOnce(page, key, key, ...parcel(page, said, channel, thread)));
  if (answer.ok) {
    if (page.drafts.get(key) === text) page.drafts.delete(key);
    page.errors.delete(key);
    page.refresh();
  } else {
    page.errors.set(key, answer.words ?? `${refusalWords(page, answer.error)} ${page.t("composer.kept")}`);
  }
  page.redraw();
}

function parcel(page, said, channel, thread) {
  const text = outgoing(page, said);
  const quiet = { quiet: true };
  if (said.startsWith("/")) return ["command", { channel: channel.id, text }, quiet];
  return ["message", { channel: channel.id, text, ...(thread && { thread_ts: thread }) }, quiet];
}

function misplaced(page, said, thread) {
  if (!said.startsWith("/")) return null;
  const [name] = said.split(/\s/);
  if (thread) return { words: page.t("composer.nothread", { name }) };
  if (commandIn(page, said)) return null;
  const { bot, commands } = page.server;
  if (!commands.length && personOf(page, page.ui.me)?.external) {
    return { words: page.t("composer.external", { name, app: bot.name }) };
  }
  return { words: page.t("composer.nocommand", { name }) };
}
