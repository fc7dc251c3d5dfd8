import * as fontkit from '@cantoo/fontkit';
import type { PDFDict, PDFDocument, PDFFont, PDFImage, PDFRef } from '@cantoo/pdf-lib';
import type { Op, PictureOp } from './canvas.ts';
import { type Names, STAND_IN_FACE } from './content-stream.ts';
import type { Face, FontFiles } from './typefaces.ts';

const FONT_NAMES: Record<Face, string> = { regular: 'R', bold: 'B' };
/** A subset font is named with six capital letters in front (ISO 32000-1, 9.6.4). */
const BASE_FONTS: Record<Face, string> = { regular: 'WQXIAA+NotoSansSC-Regular', bold: 'WQXIAB+NotoSansSC-Bold' };

interface EmbeddedFont {
  ref: PDFRef;
  encode(codePoint: number): { code: string; isAlias: boolean };
}

/** A place on a page for a picture part whose bytes come later. */
export interface PictureSlot {
  op: PictureOp;
  ref: PDFRef;
}

/** Fonts and painted characters of one file, embedded when any page uses them. */
export interface Resources {
  fonts: Map<Face, EmbeddedFont>;
  painted: Map<string, PDFImage>;
}

/** Embeds what `ops` (all pages) need, in the order of first use, so that equal pages give equal bytes. */
export async function embedResources(doc: PDFDocument, files: FontFiles, ops: Op[]): Promise<Resources> {
  doc.registerFontkit(fontkit);
  const resources: Resources = { fonts: new Map(), painted: new Map() };
  for (const op of ops) {
    const face = op.kind === 'text' ? op.face : op.kind === 'painted' ? STAND_IN_FACE : undefined;
    if (face && !resources.fonts.has(face)) {
      const font = await doc.embedFont(files[face], { subset: true, customName: BASE_FONTS[face] });
      resources.fonts.set(face, { ref: font.ref, encode: createEncoder(font) });
    }
    if (op.kind === 'painted' && !resources.painted.has(op.glyph.text)) {
      resources.painted.set(op.glyph.text, await doc.embedPng(op.glyph.png));
    }
  }
  return resources;
}

/** Two characters can share one glyph; the PDF then maps it back to the first one only. */
function createEncoder(font: PDFFont): EmbeddedFont['encode'] {
  const encoded = new Map<number, { code: string; isAlias: boolean }>();
  const owners = new Map<string, number>();
  return (codePoint) => {
    const cached = encoded.get(codePoint);
    if (cached) return cached;
    const code = font.encodeText(String.fromCodePoint(codePoint)).asString();
    const owner = owners.get(code) ?? codePoint;
    owners.set(code, owner);
    const result = { code, isAlias: owner !== codePoint };
    encoded.set(codePoint, result);
    return result;
  };
}

/** Names for the content of one page; afterwards `dictionary` lists what was named and `slots` the pictures. */
export interface PageResources {
  names: Names;
  slots: PictureSlot[];
  dictionary(): PDFDict;
}

export function createPageResources(doc: PDFDocument, { fonts, painted }: Resources): PageResources {
  const fontRefs: Record<string, PDFRef> = {};
  const objectRefs: Record<string, PDFRef> = {};
  const paintedTexts: string[] = [];
  const slots: PictureSlot[] = [];
  return {
    slots,
    names: {
      font(face) {
        const name = FONT_NAMES[face];
        fontRefs[name] = embedded(fonts.get(face)).ref;
        return name;
      },
      glyph: (face, codePoint) => embedded(fonts.get(face)).encode(codePoint),
      painted(text) {
        if (!paintedTexts.includes(text)) paintedTexts.push(text);
        const name = `G${paintedTexts.indexOf(text)}`;
        objectRefs[name] = embedded(painted.get(text)).ref;
        return name;
      },
      picture(op) {
        const ref = doc.context.nextRef();
        const name = `P${slots.push({ op, ref })}`;
        objectRefs[name] = ref;
        return name;
      },
    },
    dictionary: () => doc.context.obj({ Font: fontRefs, XObject: objectRefs }),
  };
}

function embedded<T>(found: T | undefined): T {
  if (found === undefined) throw new RangeError('A page uses a font or glyph that was not embedded');
  return found;
}
