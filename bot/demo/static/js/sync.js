// Keeps the page in step with the server, and moves between personas and places.

import { api, listen } from "./api.js";
import { announceNew } from "./announce.js";
import { channelOf, rename, settled } from "./page.js";
import { refuse } from "./act.js";
import { takeErrors } from "./dialog.js";
import { forgetForms } from "./fields.js";

/** Gives `page` the verbs `go`, `showThread`, `refresh` and `start`. */
export function keepInStep(page) {
  let turn = 0; // only the newest journey may arrive
  let fetching = false;
  let again = false;
  let heard = 0; // the newest change that the server told of

  /** Goes to a persona and a place; what isn't named stays. A place out of reach becomes the first. */
  page.go = async (aim, { record = true } = {}) => {
    const mine = ++turn;
    const wanted = { me: page.ui.me, place: page.ui.place, ...aim };
    try {
      const arrival = await fetchAll(wanted);
      if (mine !== turn) return;
      arrive(page, wanted, arrival);
      if (record) writeAddress(page);
      if (heard > page.server.seq) page.refresh(); // something changed on the way
    } catch (refused) {
      if (mine === turn) refuse(page, refused.code ?? String(refused));
    }
  };

  /** Opens the thread of a message of this conversation, or closes the open one (null). */
  page.showThread = (thread) => {
    page.set({ thread });
    writeAddress(page);
  };

  page.refresh = async () => {
    if (fetching) {
      again = true;
      return;
    }
    fetching = true;
    do {
      again = false;
      const fresh = await refreshOnce(page);
      again = again || !fresh;
    } while (again);
    fetching = false;
  };

  page.start = async () => {
    await page.go(readAddress(), { record: false });
    if (!page.server) await page.go({ me: null, place: null });
    listen(
      (seq) => {
        heard = seq ?? heard;
        if (seq === null || seq !== page.server?.seq) page.refresh();
      },
      (linked) => page.ui.linked !== linked && page.set({ linked }),
    );
    window.addEventListener("popstate", () => page.go(readAddress(), { record: false }));
    document.addEventListener("visibilitychange", () => markRead(page));
  };
}

async function fetchAll({ me, place }) {
  const server = await api.state(me);
  const who = server.me ?? me;
  const here = placeWithin(server, place);
  const [conversation, guide] = await Promise.all([
    here.kind === "channel" ? api.conversation(who, here.id) : null,
    api.guide(who),
  ]);
  return { server, guide, conversation, me: who, place: here };
}

/**
 * The wanted place as this persona has it: the app's conversation has an id of its own for each,
 * and people of other workspaces have no home tab in Slack.
 */
function placeWithin(server, place) {
  const outside = server.personas.find((persona) => persona.id === server.me)?.external;
  if (place?.kind === "home" && !outside) return place;
  const app = (channel) => channel.kind === "dm" && channel.members.includes(server.bot.id);
  const found = server.channels.find((channel) =>
    ["app", "home"].includes(place?.kind) ? app(channel) : channel.id === place?.id,
  );
  if (found) return { kind: "channel", id: found.id };
  return place?.kind === "app" && !outside ? { kind: "home" } : firstPlace(server);
}

function firstPlace(server) {
  const first = server.channels.find((channel) => ["channel", "private"].includes(channel.kind)) ?? server.channels[0];
  return first ? { kind: "channel", id: first.id } : { kind: "home" };
}

function arrive(page, wanted, arrival) {
  const { me, place } = arrival;
  const moved = me !== page.ui.me || !samePlace(place, page.ui.place);
  take(page, arrival);
  if (moved) page.freshFrom = firstUnread(arrival);
  page.set({
    me, place,
    thread: wanted.thread === undefined ? (moved ? null : page.ui.thread) : wanted.thread,
    menu: null, pick: null, completion: null, drawer: false,
  });
  rename(page);
  if (moved && place.kind === "home") api.act(me, "home_opened", {});
  markRead(page);
}

function firstUnread({ conversation, me }) {
  const read = conversation?.last_read;
  if (!read) return null;
  return conversation.messages.find((message) => message.ts > read && message.user !== me)?.ts ?? null;
}

/** False if the person or place changed on the way: then what came is somebody else's. */
async function refreshOnce(page) {
  const { me, place } = page.ui;
  let fresh = null;
  try {
    fresh = await fetchAll({ me, place });
  } catch {
    return true; // the line is down; the event stream says so and calls again when it is back
  }
  if (me !== page.ui.me || !samePlace(place, page.ui.place)) return false;
  announceNew(page, fresh);
  take(page, fresh);
  const lost = fresh.me !== me || !samePlace(fresh.place, place);
  if (lost) page.set({ me: fresh.me, place: fresh.place, thread: null });
  rename(page);
  page.redraw();
  markRead(page);
  return true;
}

function take(page, fresh) {
  const sameRoom = samePlace(fresh.place, page.ui.place) && fresh.me === page.ui.me;
  const before = sameRoom ? page.conversation?.messages : [];
  if (fresh.conversation) {
    fresh.conversation.messages = settled(before, fresh.conversation.messages, (message) => message.ts);
  }
  page.server = fresh.server;
  page.conversation = fresh.conversation;
  page.guide = fresh.guide;
  forgetForms(page, fresh.server.views);
  takeErrors(page);
}

export function samePlace(left, right) {
  return left?.kind === right?.kind && left?.id === right?.id;
}

/** What stands before the reader is read; said once for each newest message. */
function markRead(page) {
  const { me, place } = page.ui;
  const newest = page.conversation?.messages.at(-1)?.ts;
  if (place?.kind !== "channel" || !newest || document.visibilityState !== "visible") return;
  const said = `${me}/${place.id}/${newest}`;
  const unread = channelOf(page, place.id)?.unread > 0 || newest > page.conversation.last_read;
  if (!unread || page.readUntil === said) return;
  page.readUntil = said;
  api.act(me, "mark_read", { channel: place.id });
}

/** The place that a step of the guide names: a channel's id, "home" or "dm" (with the app). */
export function placeNamed(where) {
  if (where === "home") return { kind: "home" };
  if (where === "dm") return { kind: "app" };
  return where ? { kind: "channel", id: where } : null;
}

function writeAddress(page) {
  const { me, place, thread } = page.ui;
  const parts = [me, place.kind === "home" ? "home" : place.id, thread].filter(Boolean);
  const address = `#${parts.join("/")}`;
  if (location.hash !== address) history.pushState(null, "", address);
  try {
    localStorage.setItem("referent.me", me);
  } catch {
    // a browser that keeps nothing still works
  }
}

function readAddress() {
  const [me, where, thread] = decodeURIComponent(location.hash.slice(1)).split("/");
  let last = null;
  try {
    last = localStorage.getItem("referent.me");
  } catch {
    last = null;
  }
  const place = where ? (where === "home" ? { kind: "home" } : { kind: "channel", id: where }) : null;
  return { me: me || last, place, thread: thread || null };
}
