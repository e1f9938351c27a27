// The contract with the back end: what the page asks for and what people do.

/** What the server, or the way to it, refused; `code` is Slack's word for it where it has one. */
export class Refused extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

async function ask(path, options) {
  let answer;
  try {
    answer = await fetch(path, { cache: "no-store", ...options });
  } catch {
    throw new Refused("unreachable");
  }
  const body = await answer.json().catch(() => null);
  if (!answer.ok) throw new Refused(body?.error ?? `http_${answer.status}`);
  return body;
}

function query(path, facts) {
  const given = Object.entries(facts).filter(([, value]) => value !== null && value !== undefined);
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
}

function post(path, body) {
  return ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

export const api = {
  state: (me) => ask(query("/page/state", { as: me })),
  conversation: (me, channel) => ask(query("/page/channel", { as: me, channel })),
  guide: (me) => ask(query("/page/guide", { as: me })),
  suggestions: (me, facts) => ask(query("/page/suggestions", { as: me, ...facts })),
  time: (change) => post("/page/time", change),

  /** Does something as a persona; a refusal is an answer `{ok: false, error}`, never an exception. */
  async act(me, kind, body) {
    try {
      return await post("/page/act", { as: me, kind, ...body });
    } catch (refused) {
      return { ok: false, error: refused.code ?? "unreachable" };
    }
  },
};

/** Calls `changed` at every change on the server and `linked(bool)` when the line breaks or heals. */
export function listen(changed, linked) {
  let source = null;
  let retry = null;
  const open = () => {
    source = new EventSource("/page/events");
    source.onopen = () => {
      linked(true);
      changed(null);
    };
    source.onmessage = (event) => changed(JSON.parse(event.data).seq);
    source.onerror = () => {
      linked(false);
      if (source.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
      clearTimeout(retry);
      retry = setTimeout(open, 2000);
    };
  };
  open();
  window.addEventListener("pagehide", () => source.close());
}
