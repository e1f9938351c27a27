// Line icons drawn for this page, on a 20 × 20 grid; they follow the colour of the text.

import { h } from "./dom.js";

const PATHS = {
  hash: "M8 3 6.5 17M13.5 3 12 17M3.5 7.5h13.5M3 12.5h13.5",
  lock: "M5.5 9h9v7.5h-9zM7.5 9V6.5a2.5 2.5 0 0 1 5 0V9",
  people: "M7.5 9.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4ZM2.5 16c0-2.8 2.2-4.5 5-4.5s5 1.7 5 4.5M13 9.3a2.4 2.4 0 1 0-.8-4.7M14.2 11.7c2 .4 3.3 1.9 3.3 4.3",
  home: "m3 9.5 7-6 7 6M5 8.5V16.5h10V8.5M8.5 16.5v-4.5h3v4.5",
  menu: "M3 5.5h14M3 10h14M3 14.5h14",
  close: "m5 5 10 10M15 5 5 15",
  back: "M12.5 4.5 7 10l5.5 5.5",
  down: "m5.5 8 4.5 4.5L14.5 8",
  right: "m8 5.5 4.5 4.5L8 14.5",
  check: "m4 10.5 4 4 8-9",
  more: "M10 4.7v.6M10 9.7v.6M10 14.7v.6",
  reply: "M17 9.7c0 3.3-3.1 5.8-7 5.8-.8 0-1.6-.1-2.3-.3L3.5 16.5l1.2-3C3.6 12.5 3 11.2 3 9.7 3 6.5 6.1 4 10 4s7 2.5 7 5.7Z",
  bolt: "M11 2.5 4.5 11.5H9.5L9 17.5l6.5-9H10.5z",
  send: "M3 10 17 3.5 12.5 17l-3-5.5zM9.5 11.5 17 3.5",
  sun: "M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M15.7 4.3l-1.1 1.1M5.4 14.6l-1.1 1.1",
  moon: "M16.5 12A7 7 0 0 1 8 3.5a6.8 6.8 0 1 0 8.5 8.5Z",
  compass: "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM12.8 7.2 11.3 11.3 7.2 12.8 8.7 8.7z",
  calendar: "M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5",
  download: "M10 3v9.5M6 9l4 4 4-4M4 16.5h12",
  eye: "M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5ZM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z",
  warn: "M10 3 2.5 16.5h15zM10 8v4M10 14.2v.3",
  keys: "M2.5 5.5h15v9h-15zM5.5 8.5h.2M8.5 8.5h.2M11.5 8.5h.2M14.5 8.5h.2M6.5 11.7h7",
  at: "M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM13 7v4c0 1.3.9 2 2 2s2.5-1 2.5-3A7.5 7.5 0 1 0 14 16.3",
};

/** An ornament beside words or inside a labelled button; screen readers pass over it. */
export function icon(name, size = 18) {
  return h(
    "svg",
    { class: "icon", viewBox: "0 0 20 20", width: size, height: size, "aria-hidden": "true" },
    h("path", { d: PATHS[name] }),
  );
}

/** The mark of the project. */
export function mark(size = 24) {
  return h("img", { class: "mark", src: "/static/mark.svg", width: size, height: size, alt: "" });
}
