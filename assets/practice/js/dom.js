/**
 * An element with attributes and children. `onclick` and the like become listeners; null, undefined and false are left
 * out, of attributes and of children.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Class name as the real bundler makes it: a stable beginning and a hash that changes with every release. */
export function hashed(...names) {
  return names.map((name) => `${name}--p4Xk9QzT`).join(' ');
}

export function wait(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
