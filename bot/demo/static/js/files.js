// Files in a message, as cards that download.

import { h } from "./dom.js";
import { size } from "./format.js";
import { icon } from "./icons.js";

export function fileCards(page, files) {
  if (!files?.length) return null;
  return h("ul", { class: "files", key: "files" }, files.map((file) => card(page, file)));
}

function card(page, file) {
  const kind = (file.name.includes(".") ? file.name.split(".").at(-1) : "fil").toUpperCase();
  const address = `/files/${file.id}/${encodeURIComponent(file.name)}?as=${page.ui.me}`;
  return h(
    "li",
    { key: file.id },
    h(
      "a",
      { class: "file", href: address, download: file.name },
      h("span", { class: `file-kind kind-${kind.toLowerCase()}`, "aria-hidden": "true" }, kind.slice(0, 4)),
      h(
        "span",
        { class: "file-words" },
        h("span", { class: "file-name" }, file.name),
        h("span", { class: "file-detail" }, `${fileKind(page, kind)} · ${size(file.size, page.ui.language)}`),
      ),
      icon("download"),
    ),
  );
}

const KINDS = { DOCX: "word", ICS: "calendar", PDF: "pdf", ZIP: "zip", PNG: "picture", CSV: "table", XLSX: "table" };

function fileKind(page, kind) {
  return page.t(`file.${KINDS[kind] ?? "other"}`);
}
