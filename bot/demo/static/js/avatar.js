// Initials on a person's colour, and the marks beside a name.

import { h } from "./dom.js";
import { initials, inkOn } from "./format.js";
import { mark } from "./icons.js";
import { personOf } from "./page.js";

/** `who` is {bot: true} or {user: id}. An ornament: the name always stands beside it. */
export function avatar(page, who, size = 36) {
  const box = { width: `${size}px`, height: `${size}px` };
  if (who.bot) return h("span", { class: "avatar app", style: box, "aria-hidden": "true" }, mark(size));
  const person = personOf(page, who.user);
  const colour = person?.color ?? "#5b6b6a";
  return h(
    "span",
    {
      class: "avatar", "aria-hidden": "true",
      style: { ...box, background: colour, color: inkOn(colour), "font-size": `${Math.round(size * 0.4)}px` },
    },
    person?.initials ?? initials(person?.real_name ?? "?"),
  );
}

/** "Ekstern" or "Gæst", where a persona isn't a full member of the workspace. */
export function badge(page, person) {
  if (person?.external) return h("span", { class: "tag external" }, page.t("persona.external"));
  if (person?.guest) return h("span", { class: "tag guest" }, page.t("persona.guest"));
  return null;
}
