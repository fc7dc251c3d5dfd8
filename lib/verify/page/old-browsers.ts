/*
 * Fills in the few library functions that this script uses and that browsers on Windows 7 lack (360 and others there stop
 * between Chromium 63 and 109). Syntax is lowered by the build.
 */

addMissing(String.prototype, 'isWellFormed', isWellFormed);
addMissing(Array.prototype, 'flatMap', flatMap);
addMissing(Object, 'hasOwn', hasOwn);
addMissing(Blob.prototype, 'arrayBuffer', arrayBuffer);

function addMissing(owner: object, name: string, value: (...args: never[]) => unknown): void {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, configurable: true, writable: true });
}

function isWellFormed(this: string): boolean {
  return Array.from(this).every((character) => !/^[\uD800-\uDFFF]$/.test(character));
}

function flatMap(this: unknown[], map: (item: unknown, index: number) => unknown): unknown[] {
  return this.reduce<unknown[]>((all, item, index) => all.concat(map(item, index)), []);
}

function hasOwn(object: object, name: PropertyKey): boolean {
  return Reflect.getOwnPropertyDescriptor(object, name) !== undefined;
}

function arrayBuffer(this: Blob): Promise<ArrayBuffer> {
  return new Response(this).arrayBuffer();
}

export {};
