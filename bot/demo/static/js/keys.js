// The keyboard: everything that the mouse can do, and a few ways to be quicker.

import { focusLastMessage } from "./conversation.js";
import { placesInOrder } from "./sidebar.js";
import { samePlace } from "./sync.js";
import { closeThread } from "./thread.js";

const REGIONS = ["topbar", "sidebar", "main", "thread", "guide"];

/** Listens on the whole page; what menus, lists and dialogs use for themselves doesn't get here. */
export function listenToKeys(page) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || !page.server) return;
    if (document.querySelector("dialog[open]")) return;
    const does = byName(event, page) ?? bare(event, page);
    if (!does) return;
    if (!does.types) event.preventDefault();
    does();
  });
}

function byName(event, page) {
  const name = [
    (event.ctrlKey || event.metaKey) && "Ctrl", event.altKey && "Alt", event.shiftKey && "Shift",
    event.code === "KeyP" || event.code === "KeyM" || event.code === "KeyC" ? event.code.slice(3) : event.key,
  ].filter(Boolean).join("+");
  const ways = {
    "Alt+ArrowDown": () => step(page, 1),
    "Alt+ArrowUp": () => step(page, -1),
    "Alt+Shift+ArrowDown": () => stepUnread(page),
    "Alt+P": () => page.set({ menu: page.ui.menu === "personas" ? null : "personas" }),
    "Alt+C": focusComposer,
    "Alt+M": focusLastMessage,
    "Ctrl+/": () => page.set({ help: true }),
    "Ctrl+Shift+/": () => page.set({ help: true }), // "/" needs Shift on Danish keyboards
    F6: () => region(1),
    "Shift+F6": () => region(-1),
    Escape: () => leave(page),
  };
  return ways[name] ?? null;
}

function leave(page) {
  if (page.ui.menu) page.set({ menu: null });
  else if (page.ui.drawer) page.set({ drawer: false });
  else if (page.ui.thread) closeThread(page);
  else focusComposer();
}

/** Letters typed outside any field go to the composer, as people expect of a chat. */
function bare(event, page) {
  const busy = event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1 || event.key === " ";
  const inField = event.target.closest?.("input, textarea, select, [role=menu], button, a, summary");
  if (busy || inField || page.ui.place.kind === "home") return null;
  return Object.assign(() => focusComposer(), { types: true });
}

export function focusComposer() {
  document.getElementById("composer")?.focus();
}

function step(page, by) {
  const places = placesInOrder(page);
  const at = places.findIndex((place) => samePlace(place, page.ui.place));
  page.go({ place: places[(at + by + places.length) % places.length], thread: null });
}

function stepUnread(page) {
  const next = page.server.channels.find((channel) => channel.unread > 0 && channel.id !== page.ui.place.id);
  if (next) page.go({ place: { kind: "channel", id: next.id }, thread: null });
}

function region(by) {
  const shown = REGIONS.map((name) => document.querySelector(`[data-region=${name}]`)).filter((el) => el?.offsetParent ?? el?.offsetWidth);
  const at = shown.findIndex((el) => el.contains(document.activeElement));
  const next = shown[(at + by + shown.length) % shown.length];
  const first = next.querySelector("[aria-current=page], textarea") ?? next.querySelector("button, a");
  first?.focus();
}
