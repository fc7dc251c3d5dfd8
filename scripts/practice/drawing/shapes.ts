/** Small SVG drawings; a seed makes the same picture every time. */
export type Random = () => number;

export function random(seed: number): Random {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const round = (value: number) => Math.round(value * 10) / 10;
const between = (next: Random, low: number, high: number) => round(low + next() * (high - low));

export function times(count: number, draw: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => draw(index)).join('');
}

/** A picture of 600 × 600 on a table of two shades, lit from the upper left. */
export function scene(table: [string, string], content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600" width="600" height="600"><defs>
<linearGradient id="table" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${table[0]}"/><stop offset="1" stop-color="${table[1]}"/></linearGradient>
<radialGradient id="cap" cx=".38" cy=".3" r=".8"><stop offset="0" stop-color="#a97a4e"/><stop offset=".55" stop-color="#6f4a2c"/><stop offset="1" stop-color="#3c2617"/></radialGradient>
<radialGradient id="fuzz"><stop offset="0" stop-color="#e8ece2"/><stop offset=".5" stop-color="#a9bd9a" stop-opacity=".9"/><stop offset="1" stop-color="#7d9474" stop-opacity="0"/></radialGradient>
<filter id="shade" x="-20%" y="-20%" width="150%" height="150%"><feDropShadow dx="6" dy="9" stdDeviation="6" flood-color="#2b1d12" flood-opacity=".38"/></filter>
<filter id="grain"><feTurbulence type="fractalNoise" baseFrequency=".012 .09" numOctaves="3" seed="3"/><feColorMatrix values="0 0 0 0 .25  0 0 0 0 .18  0 0 0 0 .1  0 0 0 .34 0"/></filter>
<filter id="fur" x="-30%" y="-30%" width="160%" height="160%"><feTurbulence type="fractalNoise" baseFrequency=".09" numOctaves="3" seed="8" result="n"/><feDisplacementMap in="SourceGraphic" in2="n" scale="34"/></filter>
</defs><rect width="600" height="600" fill="url(#table)"/>${content}</svg>`;
}

export const wood = '<rect width="600" height="600" filter="url(#grain)"/>';

/** A dried cap seen from above, with the cracks of a dried mushroom. */
export function cap(x: number, y: number, r: number, next: Random): string {
  const cracks = times(7, () => {
    const angle = next() * Math.PI * 2;
    const start = r * (0.15 + next() * 0.3);
    const end = start + r * (0.18 + next() * 0.25);
    const bend = angle + (next() - 0.5) * 0.9;
    return `<path d="M${round(Math.cos(angle) * start)} ${round(Math.sin(angle) * start)}L${round(Math.cos(bend) * end)} ${round(Math.sin(bend) * end)}" stroke="#d9bd94" stroke-width="${round(r / 16)}" stroke-linecap="round" opacity=".75"/>`;
  });
  const squash = between(next, 0.78, 0.98);
  const turn = between(next, -40, 40);
  return `<g transform="translate(${round(x)} ${round(y)}) rotate(${turn}) scale(1 ${squash})" filter="url(#shade)"><circle r="${round(r)}" fill="url(#cap)"/><circle r="${round(r * 0.93)}" fill="none" stroke="#b98f62" stroke-opacity=".35" stroke-width="${round(r / 18)}"/>${cracks}</g>`;
}

/** Furry grey-green patches. */
export function mould(x: number, y: number, r: number, next: Random): string {
  return `<g filter="url(#fur)" opacity=".92">${times(6, () => {
    const size = between(next, r * 0.2, r * 0.5);
    return `<circle cx="${round(x + (next() - 0.5) * r * 1.3)}" cy="${round(y + (next() - 0.5) * r * 1.1)}" r="${size}" fill="url(#fuzz)"/>`;
  })}</g>`;
}

/** Caps lying over an area, those further down in front. */
export function heap(
  seed: number,
  count: number,
  area: [x: number, y: number, w: number, h: number],
  size: number,
): string {
  const next = random(seed);
  const [x, y, w, h] = area;
  const places = Array.from({ length: count }, () => [x + next() * w, y + next() * h] as const);
  return places
    .sort((one, other) => one[1] - other[1])
    .map(([left, top]) => cap(left, top, size * (0.75 + next() * 0.5), next))
    .join('');
}

export function bowl(liquid: string, content: string, opacity: number): string {
  return `<ellipse cx="300" cy="330" rx="250" ry="235" fill="#f3f1ea" filter="url(#shade)"/><ellipse cx="300" cy="322" rx="212" ry="196" fill="${liquid}"/><g opacity="${opacity}">${content}</g><ellipse cx="300" cy="322" rx="212" ry="196" fill="${liquid}" opacity="${1 - opacity}"/><path d="M130 250q60-90 180-100" stroke="#fff" stroke-width="9" stroke-linecap="round" fill="none" opacity=".55"/>`;
}

/** A woven basket with its upper left corner at (x, y). */
export function weave(x: number, y: number, w: number, h: number): string {
  const rows = Math.floor(h / 20);
  const columns = Math.floor(w / 26);
  const strips = times(rows, (row) =>
    times(columns, (column) => {
      const tone = (row + column) % 2 === 0 ? '#d8b377' : '#bb9150';
      return `<rect x="${x + column * 26}" y="${y + row * 20}" width="25" height="18" rx="5" fill="${tone}"/>`;
    }),
  );
  return `<g filter="url(#shade)"><rect x="${x - 6}" y="${y - 4}" width="${columns * 26 + 12}" height="${rows * 20 + 10}" rx="22" fill="#7c5a2b"/>${strips}<rect x="${x - 14}" y="${y - 16}" width="${columns * 26 + 28}" height="24" rx="12" fill="#a87b3e"/><rect x="${x - 14}" y="${y - 16}" width="${columns * 26 + 28}" height="9" rx="4" fill="#d9b67c"/></g>`;
}

export function bag(label: string, content = ''): string {
  return `<g filter="url(#shade)"><path d="M140 90h320l22 440q-182 34-364 0Z" fill="#c9a26b"/><path d="M140 90h320l3 46H138Z" fill="#a9824d"/><path d="M176 90l-18 440M430 90l16 440" stroke="#b58d57" stroke-width="4" fill="none"/></g><rect x="200" y="190" width="200" height="230" rx="14" fill="#f7f2e6"/>${content}<text x="300" y="250" text-anchor="middle" font-family="Noto Sans CJK SC" font-size="34" fill="#4a3b25">${label}</text><text x="300" y="290" text-anchor="middle" font-family="Noto Sans CJK SC" font-size="17" fill="#7b6a4d">练习图片 · 虚构商品</text>`;
}
