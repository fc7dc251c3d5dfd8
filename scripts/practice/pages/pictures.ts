/** Address of a picture of the practice story; `copy` gives the same picture another address. */
export function pictureUrl(name: string, copy = 0): string {
  return `//img.alicdn.com/imgextra/i${(copy % 4) + 1}/9000000001/practice_${name}_${copy}.jpg`;
}
