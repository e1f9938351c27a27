// What the page knows and shows: the server's state, the place in it, and what is being typed.

import { speaker } from "./words.js";

/** Makes the one page; `draw` is called soon after anything changed. */
export function createPage(words, draw) {
  let waiting = false;
  const afterwards = [];
  const page = {
    words,
    t: speaker(words.da),
    names: null,
    /** where and how one looks */
    ui: {
      me: null, place: null, thread: null,
      menu: null, pick: null, completion: null, asking: null, help: false,
      drawer: false, guide: "open", theme: "auto", language: "da",
      linked: true, notice: null,
    },
    server: null,
    conversation: null,
    guide: null,
    freshFrom: null, // the first message that was unread when the conversation was opened
    readUntil: null, // the newest message that the server was told to be read
    drafts: new Map(), // what is typed: by field or composer
    labels: new Map(), // words of options that came from a search
    found: new Map(), // by select menu: the options that its last search gave
    searching: null, // the timer of a search that waits for the next key
    errors: new Map(), // by scope: a map from block ids to sentences
    told: new Map(), // by view: the errors of the server that were taken over
    busy: new Set(), // keys of buttons and forms whose answer is awaited
    hidden: new Set(), // ephemeral messages that were put away
    versions: new Map(), // by scope: how often its drafts changed, for memo()

    redraw() {
      if (waiting) return;
      waiting = true;
      queueMicrotask(() => {
        waiting = false;
        draw(page);
        afterwards.splice(0).forEach((does) => queueMicrotask(does));
      });
    },
    /** Does something once the next drawing is on the page: moving the focus, for instance. */
    after(does) {
      afterwards.push(does);
      page.redraw();
    },
    set(changes) {
      Object.assign(page.ui, changes);
      page.redraw();
    },
    touch(scope) {
      page.versions.set(scope, (page.versions.get(scope) ?? 0) + 1);
      page.redraw();
    },
    speak(language) {
      page.t = speaker(words[language]);
      page.set({ language });
      document.documentElement.lang = language;
      rename(page);
    },
  };
  return page;
}

/** Rebuilds the look-up of names, if any of them is another one than before. */
export function rename(page) {
  const { server, ui } = page;
  if (!server) return;
  const people = server.personas.map((persona) => [persona.id, persona.real_name]);
  people.push([server.bot.id, server.bot.name]);
  const channels = server.channels.map((channel) => [channel.id, channel.name]);
  const print = JSON.stringify([people, channels, ui.me, server.zone, ui.language]);
  if (page.names?.print === print) return;
  const [peopleById, channelsById] = [new Map(people), new Map(channels)];
  page.names = {
    print,
    me: ui.me,
    zone: server.zone,
    language: ui.language,
    user: (id) => peopleById.get(id) ?? null,
    channel: (id) => channelsById.get(id) ?? null,
  };
}

export function channelOf(page, id) {
  return page.server.channels.find((channel) => channel.id === id) ?? null;
}

export function personOf(page, id) {
  return page.server.personas.find((persona) => persona.id === id) ?? null;
}

/** "#eoj-faellesmoede", or the names of those who talk. */
export function placeTitle(channel) {
  return ["channel", "private"].includes(channel.kind) ? `#${channel.name}` : channel.name;
}

/** The conversation between me and the app; null until one of them has written. */
export function appChannel(page) {
  const { bot, channels } = page.server;
  return channels.find((channel) => channel.kind === "dm" && channel.members.includes(bot.id)) ?? null;
}

export function isApp(page, channel) {
  return channel?.kind === "dm" && channel.members.includes(page.server.bot.id);
}

/** The persona on the other side of a direct conversation. */
export function otherParty(page, channel) {
  const id = channel.members.find((member) => member !== page.ui.me);
  return personOf(page, id);
}

/** Keeps the old object wherever nothing changed, so that memo() can see it. */
export function settled(before, after, identity) {
  const known = new Map((before ?? []).map((item) => [identity(item), item]));
  return after.map((item) => {
    const old = known.get(identity(item));
    return old && JSON.stringify(old) === JSON.stringify(item) ? old : item;
  });
}
