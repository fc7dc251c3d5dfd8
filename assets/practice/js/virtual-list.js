import { h } from './dom.js';

/**
 * A long list shown through few elements: rows near what is seen are in the document, the others are room above and
 * below; elements that leave are filled again for rows that come.
 *
 * `host` holds the list, `make()` gives an empty row, `fill(row, item)` puts an item in, `view()` tells which part of the
 * list is seen (`{top, height}`), `rows` how many rows are kept, `fade(row, distance)` is told how far each row is off.
 */
export function createVirtualList({ host, make, fill, view, rows = 8, fade = () => {} }) {
  const above = h('div', { class: 'virtual-space' });
  const below = h('div', { class: 'virtual-space' });
  host.append(above, below);
  let items = [];
  let heights = [];
  let shown = new Map();
  let width = 0;

  function measure(list) {
    const probes = list.map((item) => {
      const row = make();
      fill(row, item);
      return row;
    });
    const bench = h('div', { class: 'virtual-bench', 'aria-hidden': 'true' }, probes);
    host.append(bench);
    const measured = probes.map((probe) => probe.offsetHeight);
    bench.remove();
    return measured;
  }

  function rangeAround({ top, height }) {
    let first = 0;
    for (let y = 0; first < items.length && y + heights[first] <= top; first += 1) y += heights[first];
    let last = first;
    for (let y = 0; last < items.length && y < height; last += 1) y += heights[last];
    const spare = Math.max(2, rows - (last - first));
    const start = Math.max(0, Math.min(first - Math.floor(spare / 2), items.length - rows));
    return [start, Math.min(items.length, Math.max(last + Math.ceil(spare / 2), start + rows))];
  }

  function takeOver(start, end) {
    const free = [];
    const next = new Map();
    for (const [index, row] of shown) {
      if (index >= start && index < end) next.set(index, row);
      else free.push(row);
    }
    for (let index = start; index < end; index += 1) {
      if (next.has(index)) continue;
      const row = free.pop() ?? make();
      fill(row, items[index]);
      next.set(index, row);
    }
    for (const row of free) row.remove();
    return next;
  }

  /** Puts rows in their order without touching those that already stand right. */
  function arrange(start, end) {
    let previous = above;
    for (let index = start; index < end; index += 1) {
      const row = shown.get(index);
      if (previous.nextElementSibling !== row) previous.after(row);
      previous = row;
    }
  }

  const sum = (from, to) => heights.slice(from, to).reduce((total, height) => total + height, 0);

  function update() {
    if (host.clientWidth !== width) {
      width = host.clientWidth;
      heights = measure(items);
    }
    const seen = view();
    const [start, end] = rangeAround(seen);
    shown = takeOver(start, end);
    arrange(start, end);
    above.style.height = `${sum(0, start)}px`;
    below.style.height = `${sum(end, items.length)}px`;
    let y = sum(0, start);
    for (let index = start; index < end; index += 1) {
      fade(shown.get(index), items[index], Math.max(seen.top - (y + heights[index]), y - (seen.top + seen.height), 0));
      y += heights[index];
    }
  }

  return {
    update,
    set(list) {
      items = list;
      heights = measure(list);
      for (const row of shown.values()) row.remove();
      shown = new Map();
      width = host.clientWidth;
      update();
    },
    /** Adds older items in front and returns the height they take. */
    prepend(list) {
      const added = measure(list);
      items = [...list, ...items];
      heights = [...added, ...heights];
      shown = new Map([...shown].map(([index, row]) => [index + list.length, row]));
      const height = added.reduce((total, one) => total + one, 0);
      // The room is made at once, so that the caller can scroll by as much before the rows are drawn.
      above.style.height = `${above.offsetHeight + height}px`;
      return height;
    },
  };
}
