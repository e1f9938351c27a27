// Menus in the pattern of the ARIA Authoring Practices: a button, and a list that takes the focus.

import { h } from "./dom.js";
import { floatBeside, unfloat } from "./float.js";

/**
 * A button that opens a menu. `name` tells menus apart; `label` says what the menu is for, and
 * what the button is called unless its face holds a name of its own (`nameInFace`); `items` are
 * {label, detail?, lead?, mark?, hint?, current?, href?, heading?, pick()}.
 */
export function menuButton(page, { name, scope, label, nameInFace, face, items, title, className, side, align }) {
  const open = page.ui.menu === name;
  const change = (menu) => {
    page.ui.menu = menu;
    page.touch(scope ?? "menus");
  };
  return h(
    "span",
    { class: "menu-anchor", key: `menu-${name}` },
    h(
      "button",
      {
        type: "button", class: className ?? "quiet", id: anchorId(name),
        "aria-haspopup": "menu", "aria-expanded": String(open), "aria-label": nameInFace ? null : label, title: title ?? label,
        onClick: () => change(open ? null : name),
        onKeyDown: (event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          change(name);
        },
      },
      face,
    ),
    open && list(page, { name, label, items, side, align, close: () => change(null) }),
  );
}

function anchorId(name) {
  return `menu-${name}`;
}

function list(page, { name, label, items, side, align, close }) {
  const anchor = () => document.getElementById(anchorId(name));
  const leave = () => {
    close();
    anchor()?.focus();
  };
  return h(
    "ul",
    {
      class: "menu", role: "menu", "aria-label": label, key: "list",
      onCreate: (el) => {
        floatBeside(el, anchor(), { side, align });
        (el.querySelector("[aria-current]") ?? el.querySelector("[role=menuitem]"))?.focus();
        el.outside = (event) => !el.parentNode.contains(event.target) && close();
        document.addEventListener("pointerdown", el.outside);
      },
      onUpdate: (el) => el.replace?.(),
      onRemove: (el) => {
        unfloat(el);
        document.removeEventListener("pointerdown", el.outside);
      },
      onKeyDown: (event) => keys(event, leave, close),
    },
    items.map((item, at) => entry(item, at, leave)),
  );
}

function entry(item, at, leave) {
  if (item.heading) return h("li", { class: "menu-heading", role: "presentation", key: `h${at}` }, item.heading);
  const choose = () => {
    leave();
    item.pick?.();
  };
  return h(
    "li",
    { role: "none", key: item.key ?? at },
    h(
      item.href ? "a" : "button",
      {
        type: item.href ? null : "button", role: "menuitem", tabindex: "-1", class: "menu-item",
        href: item.href ?? null, target: item.href ? "_blank" : null, rel: item.href ? "noopener noreferrer" : null,
        "aria-current": item.current ? "true" : null, onClick: choose,
      },
      item.lead,
      h("span", { class: "menu-words" }, h("span", { class: "menu-label" }, item.label),
        item.detail && h("span", { class: "menu-detail" }, item.detail)),
      item.mark,
      item.hint && h("kbd", {}, item.hint),
    ),
  );
}

function keys(event, leave, close) {
  const items = [...event.currentTarget.querySelectorAll("[role=menuitem]")];
  const at = items.indexOf(document.activeElement);
  const moves = {
    ArrowDown: () => items[(at + 1) % items.length].focus(),
    ArrowUp: () => items[(at - 1 + items.length) % items.length].focus(),
    Home: () => items[0].focus(),
    End: () => items.at(-1).focus(),
    Escape: leave,
  };
  if (event.key === "Tab") close();
  const move = moves[event.key] ?? byDigitOrLetter(event, items, at);
  if (!move) return;
  event.preventDefault();
  event.stopPropagation();
  move();
}

function byDigitOrLetter(event, items, at) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return null;
  if (/[1-9]/.test(event.key)) {
    const item = items[Number(event.key) - 1];
    return item ? () => item.click() : null;
  }
  const wanted = event.key.toLowerCase();
  const turn = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  const found = turn.find((item) => item.querySelector(".menu-label").textContent.toLowerCase().startsWith(wanted));
  return found ? () => found.focus() : null;
}
