// Tells a screen reader what arrived while it was elsewhere on the page.

import { render } from "./dom.js";
import { mrkdwn } from "./mrkdwn.js";

/** Says one sentence politely. */
export function announce(words) {
  document.getElementById("announcer").textContent = words;
}

/** Says which messages in the open conversation, or how many elsewhere, are new. */
export function announceNew(page, fresh) {
  const arrived = newHere(page, fresh);
  if (arrived.length) {
    const last = arrived.at(-1);
    const who = last.bot ? fresh.server.bot.name : page.names.user(last.user);
    const text = spoken(last.text ?? "", page.names);
    announce(page.t("announce.message", { who: who ?? "", text, count: arrived.length }));
    return;
  }
  const unread = (server) => server.channels.reduce((sum, channel) => sum + channel.unread, 0);
  if (page.server && unread(fresh.server) > unread(page.server)) {
    announce(page.t("announce.elsewhere", { count: unread(fresh.server) }));
  }
}

/** A message as it is read, without the signs of its form. */
function spoken(text, names) {
  const box = document.createElement("div");
  render(box, mrkdwn(text, names));
  return box.textContent;
}

function newHere(page, fresh) {
  const same = page.ui.place?.kind === "channel" && page.ui.place.id === fresh.place.id;
  if (!same || !page.conversation || !fresh.conversation) return [];
  const known = new Set(page.conversation.messages.map((message) => message.ts));
  return fresh.conversation.messages.filter(
    (message) => !known.has(message.ts) && message.user !== page.ui.me,
  );
}
