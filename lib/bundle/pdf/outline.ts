import { type PDFContext, type PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import type { Bookmark } from '../documents/model.ts';

/** A place in the file: page and distance from its top in points. */
export interface Place {
  page: PDFRef;
  y: number;
  pageHeight: number;
}

/** PDF destination that keeps the reader's zoom and puts the place at the top of the window. */
export function destination(context: PDFContext, { page, y, pageHeight }: Place) {
  return context.obj([page, 'XYZ', null, Math.round(pageHeight - y + 12), null]);
}

/** Adds the outline and shows it when the file is opened. Bookmarks without a place are left out. */
export function addOutline(doc: PDFDocument, bookmarks: Bookmark[], places: Map<string, Place>): void {
  const { context } = doc;
  const root = context.obj({ Type: 'Outlines' });
  const rootRef = context.register(root);
  const count = addItems(context, root, rootRef, bookmarks, places);
  if (count === 0) return;
  doc.catalog.set(PDFName.of('Outlines'), rootRef);
  doc.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

function addItems(
  context: PDFContext,
  parent: PDFDict,
  parentRef: PDFRef,
  bookmarks: Bookmark[],
  places: Map<string, Place>,
): number {
  const items = bookmarks.flatMap((bookmark) => {
    const place = places.get(bookmark.target);
    return place ? [{ bookmark, place, ref: context.nextRef() }] : [];
  });
  let open = items.length;
  for (const [index, { bookmark, place, ref }] of items.entries()) {
    const dict = context.obj({
      Title: PDFHexString.fromText(bookmark.title),
      Parent: parentRef,
      Dest: destination(context, place),
      Prev: items[index - 1]?.ref,
      Next: items[index + 1]?.ref,
    });
    context.assign(ref, dict);
    open += addItems(context, dict, ref, bookmark.children, places);
  }
  const [first] = items;
  const last = items.at(-1);
  if (!first || !last) return 0;
  parent.set(PDFName.of('First'), first.ref);
  parent.set(PDFName.of('Last'), last.ref);
  parent.set(PDFName.of('Count'), context.obj(open));
  return open;
}
