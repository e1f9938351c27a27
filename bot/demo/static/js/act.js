// Doing something as the chosen persona, and saying kindly why it didn't work.

import { api } from "./api.js";
import { hasWords } from "./words.js";

/** Does `kind` as me; a refusal is shown as a notice unless `quiet`. Resolves to the answer. */
export async function act(page, kind, body, { quiet = false } = {}) {
  const answer = await api.act(page.ui.me, kind, body);
  if (answer.ok) clearNotice(page);
  else if (!quiet && !answer.errors) refuse(page, answer.error);
  return answer;
}

/** As act(), with `key` marked as busy meanwhile; a second call during that time does nothing. */
export async function actOnce(page, key, scope, kind, body, options) {
  if (page.busy.has(key)) return null;
  page.busy.add(key);
  page.touch(scope);
  const answer = await act(page, kind, body, options);
  page.busy.delete(key);
  page.touch(scope);
  return answer;
}

/** Words for an error code of Slack's or of ours. */
export function refusalWords(page, code) {
  const key = `error.${code}`;
  const known = hasWords(page.words[page.ui.language], key);
  return known ? page.t(key) : page.t("error.unknown", { code: code ?? "?" });
}

export function refuse(page, code) {
  page.set({ notice: { words: refusalWords(page, code), kind: "error" } });
}

export function clearNotice(page) {
  if (page.ui.notice) page.set({ notice: null });
}
