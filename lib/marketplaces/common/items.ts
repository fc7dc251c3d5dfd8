/** Leaves out what was not read. */
export function present<Shape extends object>(entries: { [Key in keyof Shape]: Shape[Key] | null }): Partial<Shape> {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== null)) as Partial<Shape>;
}

/** A count of goods: a positive whole number, alone or as `x2`, `2件`. */
export function quantityOf(text: string | null | undefined): number | null {
  const quantity = /^\s*[x×X*]?\s*(\d{1,6})\s*件?\s*$/u.exec(text ?? '')?.[1];
  return quantity && Number(quantity) > 0 ? Number(quantity) : null;
}
