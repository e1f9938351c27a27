// A small keyed view layer: describe with h(), bring the document to it with render().
// What is typed, focused or scrolled survives, because elements are kept and patched.
// Text only ever becomes text nodes; there is no way from a string to markup here.

const SVG = "http://www.w3.org/2000/svg";
const SVG_TAGS = new Set(["svg", "path", "circle", "rect"]);
const PROPERTIES = new Set(["value", "checked", "disabled", "selected", "indeterminate"]);
const OWN = new Set(["key", "onCreate", "onUpdate", "onRemove"]);

/** Describes an element. `key` identifies it among its siblings across renderings. */
export function h(tag, props, ...children) {
  const given = props ?? {};
  return { tag, props: given, key: given.key ?? null, children: flat(children), el: null };
}

/** A part that is described anew only when one of `deps` is another value than last time. */
export function memo(key, deps, describe) {
  return { tag: memo, key, deps, describe, inner: null, el: null };
}

/** Brings `root`'s children to the given description. */
export function render(root, ...children) {
  const after = flat(children);
  reconcile(root, root.described ?? [], after);
  root.described = after;
}

function flat(children, into = []) {
  for (const child of children) {
    if (Array.isArray(child)) flat(child, into);
    else if (child === null || child === undefined || child === false || child === "") continue;
    else if (typeof child === "object") into.push(child);
    else into.push({ tag: null, key: null, text: String(child), el: null });
  }
  return into;
}

function create(node) {
  if (node.tag === null) {
    node.el = document.createTextNode(node.text);
  } else if (node.tag === memo) {
    node.inner = node.describe();
    node.el = create(node.inner);
  } else {
    node.el = SVG_TAGS.has(node.tag)
      ? document.createElementNS(SVG, node.tag)
      : document.createElement(node.tag);
    reconcile(node.el, [], node.children);
    assign(node.el, {}, node.props);
    if (node.props.onCreate) queueMicrotask(() => node.props.onCreate(node.el));
  }
  return node.el;
}

function update(before, after) {
  after.el = before.el;
  if (after.tag === null) {
    if (before.text !== after.text) after.el.data = after.text;
  } else if (after.tag === memo) {
    updateMemo(before, after);
  } else {
    reconcile(after.el, before.children, after.children);
    assign(after.el, before.props, after.props);
    if (after.props.onUpdate) queueMicrotask(() => after.props.onUpdate(after.el));
  }
  return after.el;
}

function updateMemo(before, after) {
  if (same(before.deps, after.deps)) {
    after.inner = before.inner;
    return;
  }
  after.inner = after.describe();
  if (after.inner.tag === before.inner.tag) {
    update(before.inner, after.inner);
    return;
  }
  const old = before.inner.el;
  after.el = create(after.inner);
  old.replaceWith(after.el);
  forget(before.inner);
}

function same(left, right) {
  return left.length === right.length && left.every((value, at) => Object.is(value, right[at]));
}

function reconcile(parent, before, after) {
  const keyed = new Map();
  const loose = [];
  for (const node of before) {
    if (node.key === null) loose.push(node);
    else keyed.set(node.key, node);
  }
  const matches = after.map((node) => take(node, keyed, loose));
  for (const node of [...keyed.values(), ...loose]) {
    if (!node) continue;
    node.el.remove();
    forget(node);
  }
  let cursor = parent.firstChild;
  after.forEach((node, at) => {
    const held = matches[at] ? matches[at].el === cursor : false;
    if (held) cursor = cursor.nextSibling;
    const el = matches[at] ? update(matches[at], node) : create(node);
    if (!held) parent.insertBefore(el, cursor);
  });
}

function take(node, keyed, loose) {
  if (node.key !== null) {
    const found = keyed.get(node.key);
    if (!found || found.tag !== node.tag) return null;
    keyed.delete(node.key);
    return found;
  }
  const at = loose.findIndex((old) => old && old.tag === node.tag);
  if (at < 0) return null;
  const [found] = loose.splice(at, 1);
  return found;
}

function forget(node) {
  if (node.tag === memo) {
    forget(node.inner);
  } else if (node.tag !== null) {
    node.props.onRemove?.(node.el);
    node.children.forEach(forget);
  }
}

function assign(el, before, after) {
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (OWN.has(name)) continue;
    if (name.startsWith("on")) el[name.toLowerCase()] = after[name] ?? null;
    else if (name === "style") restyle(el, before.style ?? {}, after.style ?? {});
    else if (PROPERTIES.has(name) && name in el) hold(el, name, after[name]);
    else if (before[name] !== after[name]) attribute(el, name, after[name]);
  }
}

function hold(el, name, value) {
  const wanted = value ?? (name === "value" ? "" : false);
  if (el[name] !== wanted) el[name] = wanted;
}

function restyle(el, before, after) {
  for (const name of Object.keys(before)) if (!(name in after)) el.style.removeProperty(name);
  for (const [name, value] of Object.entries(after)) {
    if (before[name] !== value) el.style.setProperty(name, value);
  }
}

function attribute(el, name, value) {
  if (value === null || value === undefined || value === false) el.removeAttribute(name);
  else el.setAttribute(name, value === true ? "" : String(value));
}
