import type { DetectedPage } from '../adapter.ts';

const ID = /^\d{6,24}$/;

/** The first of several query values that is a number. */
export function idOf(query: URLSearchParams, ...names: string[]): string | undefined {
  return names.map((name) => query.get(name) ?? '').find((value) => ID.test(value));
}

/** The ids of an address without those that it does not name. */
export function ids(entries: { [Key in keyof DetectedPage['ids']]: string | undefined }): DetectedPage['ids'] {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}
