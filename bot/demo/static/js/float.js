// Floating parts (menus, lists of choices) in the top layer, beside what they belong to.

const GAP = 4;
const EDGE = 8;

/** Shows `el` next to `anchor` and keeps it there; for the onCreate hook. */
export function floatBeside(el, anchor, { side = "below", align = "start", fit = false } = {}) {
  el.popover = "manual";
  el.showPopover();
  const place = () => anchor.isConnected && settle(el, anchor.getBoundingClientRect(), { side, align, fit });
  place();
  document.addEventListener("scroll", place, { capture: true, passive: true });
  window.addEventListener("resize", place);
  el.unfloat = () => {
    document.removeEventListener("scroll", place, { capture: true });
    window.removeEventListener("resize", place);
  };
  el.replace = place;
}

/** Takes the listeners away; for the onRemove hook. */
export function unfloat(el) {
  el.unfloat?.();
}

function settle(el, near, { side, align, fit }) {
  el.style.setProperty("min-width", fit ? `${near.width}px` : "");
  el.style.setProperty("max-height", "");
  const { width, height } = el.getBoundingClientRect();
  const below = window.innerHeight - near.bottom - GAP - EDGE;
  const above = near.top - GAP - EDGE;
  const under = side === "below" ? below >= Math.min(height, 240) || below >= above : above < height && below > above;
  const room = Math.max(under ? below : above, 96);
  const tall = Math.min(height, room);
  const left = align === "end" ? near.right - width : near.left;
  el.style.setProperty("max-height", `${room}px`);
  el.style.setProperty("left", `${clamp(left, EDGE, window.innerWidth - width - EDGE)}px`);
  el.style.setProperty("top", `${under ? near.bottom + GAP : near.top - GAP - tall}px`);
}

function clamp(value, least, most) {
  return Math.max(least, Math.min(value, Math.max(most, least)));
}
