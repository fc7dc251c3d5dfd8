import { bag, bowl, cap, heap, mould, random, scene, times, weave, wood } from './shapes.ts';

const BOARD: [string, string] = ['#c9a878', '#a17a4a'];
const LINEN: [string, string] = ['#ece7dc', '#d2cabb'];
const SLATE: [string, string] = ['#8b938f', '#5f6865'];

function noodles(): string {
  const strands = times(34, (index) => {
    const y = 130 + index * 10;
    const wave = 26 * Math.sin(index * 1.7);
    return `<path d="M40 ${y}C180 ${y + wave} 420 ${y - wave} 560 ${y + 6}" stroke="${index % 3 ? '#c8b8a4' : '#a99884'}" stroke-width="9" fill="none" opacity=".92"/>`;
  });
  return `<g filter="url(#shade)">${strands}</g><rect x="262" y="116" width="64" height="360" rx="10" fill="#a5552f"/><rect x="262" y="116" width="20" height="360" rx="10" fill="#bf6b42"/>`;
}

function mouldy(seed: number, count: number, area: [number, number, number, number], size: number): string {
  const next = random(seed);
  const [x, y, w, h] = area;
  return times(count, (index) => {
    const left = x + next() * w;
    const top = y + ((index + 0.5) / count) * h;
    const r = size * (0.8 + next() * 0.4);
    return cap(left, top, r, next) + (index % 2 === 0 ? mould(left, top, r, next) : '');
  });
}

function nuts(colors: [string, string], seed: number, wide: number, tall: number): string {
  const next = random(seed);
  return times(38, (index) => {
    const x = 60 + next() * 480;
    const y = 70 + (index / 38) * 460;
    const turn = Math.round(next() * 180);
    return `<g transform="translate(${Math.round(x)} ${Math.round(y)}) rotate(${turn})" filter="url(#shade)"><ellipse rx="${wide}" ry="${tall}" fill="${colors[0]}"/><path d="M${-wide + 6} 0Q0 ${-tall / 2} ${wide - 6} 0M${-wide + 10} ${tall / 3}Q0 ${tall / 8} ${wide - 10} ${tall / 3}" stroke="${colors[1]}" stroke-width="4" fill="none"/></g>`;
  });
}

function rice(): string {
  const next = random(21);
  const grains = times(420, () => {
    const x = Math.round(70 + next() * 460);
    const y = Math.round(330 + next() * 220);
    return `<ellipse cx="${x}" cy="${y}" rx="11" ry="4.5" fill="#f8f4e8" stroke="#d8cfb8" transform="rotate(${Math.round(next() * 180)} ${x} ${y})"/>`;
  });
  return `<g filter="url(#shade)"><path d="M150 60h300q40 160 26 330H124Q110 220 150 60Z" fill="#e3d8bf"/><path d="M150 60h300l6 40H144Z" fill="#c8b994"/></g>${grains}`;
}

const jar = `<g filter="url(#shade)"><rect x="170" y="150" width="260" height="350" rx="46" fill="#d98e1f"/><rect x="170" y="150" width="260" height="120" rx="46" fill="#eab04a"/><rect x="196" y="92" width="208" height="74" rx="16" fill="#8c6a3d"/></g><rect x="206" y="290" width="188" height="120" rx="10" fill="#fdf6e2"/><path d="M200 200q-8 120 6 260" stroke="#fff" stroke-width="12" opacity=".4" fill="none" stroke-linecap="round"/>`;

const tin = `<g filter="url(#shade)"><rect x="190" y="130" width="220" height="360" rx="18" fill="#2f5d46"/><rect x="190" y="130" width="220" height="66" rx="18" fill="#234735"/></g><rect x="226" y="250" width="148" height="160" rx="8" fill="#eef1e2"/>${times(30, (index) => `<path d="M${40 + ((index * 97) % 520)} ${520 + ((index * 31) % 60)}q14-12 34 2" stroke="#3c5a35" stroke-width="7" stroke-linecap="round" fill="none"/>`)}`;

const trees = `${times(26, (index) => {
  const x = (index * 53) % 600;
  const width = 14 + ((index * 7) % 20);
  return `<rect x="${x}" y="${((index * 29) % 90) - 40}" width="${width}" height="560" fill="${index % 3 ? '#3d4f3a' : '#55664a'}" opacity=".8"/>`;
})}<ellipse cx="300" cy="620" rx="460" ry="170" fill="#4b5a2f"/>${heap(44, 7, [120, 470, 360, 70], 44)}`;

const embers = `<rect x="60" y="420" width="480" height="120" rx="20" fill="#3a322c"/>${times(40, (index) => `<circle cx="${90 + ((index * 61) % 430)}" cy="${445 + ((index * 23) % 70)}" r="${8 + (index % 7)}" fill="${index % 2 ? '#d4622a' : '#7a3a22'}"/>`)}<rect x="50" y="300" width="500" height="22" rx="8" fill="#8b6a3c"/>${heap(51, 16, [100, 190, 400, 90], 46)}`;

const parcel = `<g filter="url(#shade)"><path d="M90 210l210-90 210 90v240l-210 95-210-95Z" fill="#c99f68"/><path d="M300 300v245l210-95V210Z" fill="#b48a54"/><path d="M90 210l210 90 210-90-210-90Z" fill="#dcb681"/><path d="M180 172l210 90v60l-40 18v-62L142 190Z" fill="#efe0c0"/></g><rect x="350" y="360" width="110" height="76" fill="#fbf9f2" transform="skewY(-24) translate(0 170)"/>`;

const report = `<g filter="url(#shade)"><rect x="110" y="50" width="380" height="510" fill="#fdfcf7"/></g><text x="300" y="120" text-anchor="middle" font-family="Noto Sans CJK SC" font-size="32" fill="#333">检验报告</text><text x="300" y="150" text-anchor="middle" font-family="Noto Sans CJK SC" font-size="15" fill="#777">练习图片 · 虚构数据</text>${times(9, (index) => `<rect x="150" y="${190 + index * 34}" width="${220 + ((index * 37) % 80)}" height="9" fill="#c9ccc6"/>`)}<circle cx="400" cy="470" r="56" fill="none" stroke="#b2473b" stroke-width="6" opacity=".7"/><circle cx="400" cy="470" r="20" fill="#b2473b" opacity=".35"/>`;

const spoon = `<g filter="url(#shade)" transform="rotate(-38 300 300)"><rect x="282" y="40" width="36" height="360" rx="18" fill="#b98a54"/><ellipse cx="300" cy="460" rx="84" ry="104" fill="#c79a64"/><ellipse cx="300" cy="452" rx="58" ry="74" fill="#9a7040"/></g>`;

const grid = times(16, (index) =>
  cap(105 + (index % 4) * 130, 105 + Math.floor(index / 4) * 130, 50, random(index + 3)),
);

/** Every picture of the story by its name. */
export const SCENES: Record<string, string> = {
  mushroom: scene(BOARD, wood + heap(7, 26, [110, 130, 380, 340], 74)),
  stock: scene(LINEN, weave(70, 300, 470, 230) + heap(15, 30, [100, 160, 400, 170], 60)),
  bag: scene(LINEN, bag('干香菇 250g')),
  'mould-bag': scene(SLATE, mouldy(5, 14, [110, 110, 380, 380], 78)),
  'mould-close': scene(SLATE, mouldy(12, 3, [230, 160, 140, 300], 190)),
  soaked: scene(LINEN, bowl('#8f8055', heap(9, 6, [190, 220, 220, 200], 60), 0.55)),
  'soaked-clear': scene(LINEN, bowl('#c79a5c', heap(9, 6, [190, 220, 220, 200], 60), 0.92)),
  soup: scene(SLATE, bowl('#d8a95d', heap(30, 9, [170, 210, 260, 220], 46), 0.9)),
  noodles: scene(LINEN, noodles()),
  basket: scene(LINEN, weave(90, 120, 340, 220) + weave(300, 340, 220, 160)),
  'basket-one': scene(SLATE, weave(110, 200, 390, 240)),
  tea: scene(LINEN, tin),
  rice: scene(BOARD, wood + rice()),
  honey: scene(LINEN, jar),
  walnut: scene(BOARD, wood + nuts(['#b98d5b', '#7e5a33'], 13, 46, 38)),
  jujube: scene(LINEN, nuts(['#8e2f24', '#5d1c17'], 17, 50, 32)),
  spoon: scene(LINEN, spoon),
  forest: scene(['#93a583', '#6d8262'], trees),
  drying: scene(['#5c5048', '#3f3630'], embers),
  sorting: scene(BOARD, wood + grid),
  parcel: scene(LINEN, parcel),
  report: scene(SLATE, report),
};
