import type { MissingPart } from '../../evidence/capture-record.ts';

/** A record that names more than this is read by nobody; the number of all is in it. */
const MAX_NAMED = 200;
const MAX_ADDRESS = 2000;

/** What a page shows and its copy does not hold, each thing once. */
export class MissingList {
  private readonly parts = new Map<string, MissingPart>();

  /** @param address where it came from; empty for what has no address of its own, such as a drawing. */
  add(what: MissingPart['what'], address: string): void {
    const shown = /^(?:data|blob):/i.test(address) ? address.slice(0, address.indexOf(':') + 1) : address;
    this.parts.set(`${what} ${shown}`, { what, address: shown.slice(0, MAX_ADDRESS) });
  }

  get count(): number {
    return this.parts.size;
  }

  /** The first of them, in the order of the page. */
  named(): MissingPart[] {
    return [...this.parts.values()].slice(0, MAX_NAMED);
  }
}
