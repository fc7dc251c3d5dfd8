/** 3520 → `35.20`. */
export function yuan(cents: number): string {
  return `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

/** 3520 → `￥35.20`. */
export function price(cents: number): string {
  return `￥${yuan(cents)}`;
}
