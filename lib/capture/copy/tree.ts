/** The part of rrweb-snapshot's tree that is used here; its own types are in a package that it does not bring. */
export interface CopyElement {
  type: typeof NODE.element;
  id: number;
  tagName: string;
  attributes: Record<string, string | number | boolean | null>;
  childNodes: CopyNode[];
  isSVG?: boolean;
  /** A child of the shadow root of the element above it. */
  isShadow?: boolean;
  isShadowHost?: boolean;
}

interface CopyText {
  type: typeof NODE.text;
  textContent: string;
  isShadow?: boolean;
}

interface CopyDocument {
  type: typeof NODE.document;
  isShadow?: never;
  childNodes: CopyNode[];
  /** Present only for a document in quirks mode. */
  compatMode?: string;
}

interface CopyOther {
  type: typeof NODE.doctype | typeof NODE.cdata | typeof NODE.comment;
  isShadow?: boolean;
}

export type CopyNode = CopyElement | CopyText | CopyDocument | CopyOther;

/** Kinds of nodes as rrweb-snapshot numbers them. */
export const NODE = { document: 0, doctype: 1, element: 2, text: 3, cdata: 4, comment: 5 } as const;

/** Calls `visit` for every element below a node, outer ones first. */
export function eachElement(node: CopyNode, visit: (element: CopyElement) => void): void {
  if (node.type === NODE.element) visit(node);
  if (node.type === NODE.element || node.type === NODE.document) {
    for (const child of node.childNodes) eachElement(child, visit);
  }
}
