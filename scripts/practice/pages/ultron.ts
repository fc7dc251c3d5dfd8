/** The shape of the refund pages' data: components by id, and which component holds which. */
export interface Component {
  ref: string;
  id: string;
  tag: string;
  type: string;
  bizName?: string;
  fields: Record<string, unknown>;
}

export interface UltronPage {
  data: Record<string, Component>;
  hierarchy: { root: string; structure: Record<string, string[]> };
  linkage: { common: Record<string, unknown>; input: string[]; request: string[]; signature: string };
  endpoint: Record<string, string>;
}

/** Collects components under containers in the order they are added. */
export class UltronBuilder {
  private readonly data: Record<string, Component> = {};
  private readonly structure: Record<string, string[]> = {};

  /** Adds `tag_id` of `type` under `parent` and returns its key. */
  add(parent: string | null, tag: string, id: string, type: string, fields: Record<string, unknown> = {}): string {
    const key = `${tag}_${id}`;
    this.data[key] = { ref: refOf(key), id, tag, type, bizName: type, fields };
    if (parent) this.structure[parent] = [...(this.structure[parent] ?? []), key];
    return key;
  }

  build(root: string): UltronPage {
    return {
      data: this.data,
      hierarchy: { root, structure: this.structure },
      linkage: { common: { compress: true }, input: [], request: [], signature: '0'.repeat(32) },
      endpoint: { mode: 'PC', osVersion: 'PC', protocolVersion: '2.0', ultronage: 'true' },
    };
  }
}

/** Seven hexadecimal digits that stay the same for a key. */
function refOf(key: string): string {
  let hash = 7;
  for (const char of key) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 0x1000_0000;
  return hash.toString(16).padStart(7, '0').slice(0, 7);
}
