import type { Company, FactKey, Facts, Item } from '../../marketplaces/types.ts';
import { parseYuan } from '../../shared/money.ts';
import { normalizeSpace } from '../../shared/text.ts';
import { readUscc } from '../../shared/uscc.ts';

/** A fact of several fields is typed field by field; between its form and `parseInput` the fields travel as one JSON text. */
export type Row = Record<string, string>;

export const COMPANY_FIELDS = [
  'name',
  'uscc',
  'address',
  'legalRepresentative',
  'type',
  'registeredAt',
  'authority',
] as const satisfies readonly (keyof Company)[];
export const ITEM_FIELDS = ['title', 'sku', 'unitPrice', 'quantity'] as const satisfies readonly (keyof Item)[];

/** What an item keeps although nobody types it: its numbers, and its state in the page's words. */
const KEPT_OF_ITEMS = ['subOrderNo', 'itemId', 'status'] as const satisfies readonly (keyof Item)[];
const NUMBER = /^\d{6,32}$/;
const MAX_FIELD = 200;

/** The fields as they stand in their inputs; one empty row when there is nothing yet, or a text that holds no rows. */
export function rowsOf(typed: string): Row[] {
  const rows = listIn(typed).filter((row): row is object => typeof row === 'object' && row !== null);
  const texts = rows.map((row) => Object.entries(row).filter(([, field]) => typeof field === 'string'));
  return texts.length > 0 ? texts.map((fields) => Object.fromEntries(fields)) : [{}];
}

function listIn(typed: string): unknown[] {
  try {
    const rows: unknown = JSON.parse(typed);
    return Array.isArray(rows) ? rows : [];
  } catch {
    return [];
  }
}

/** The rows as one text. */
export function textOf(rows: readonly Row[]): string {
  return JSON.stringify(rows);
}

/** A company or a list of items as the text of its rows; empty when there is none. */
export function rowsText(fact: FactKey, value: Facts[FactKey] | null): string {
  if (fact === 'company' && value) return textOf([fieldsOf(value as Company, COMPANY_FIELDS)]);
  if (fact !== 'items' || !value) return '';
  return textOf((value as Item[]).map((item) => fieldsOf(item, [...ITEM_FIELDS, ...KEPT_OF_ITEMS])));
}

function fieldsOf(value: Company | Item, fields: readonly string[]): Row {
  const entries = Object.entries(value).filter(([field, text]) => fields.includes(field) && text !== undefined);
  return Object.fromEntries(entries.map(([field, text]) => [field, String(text)]));
}

/** The company that was typed: null when nothing was, when a field is too long, or the credit code's check character is wrong. */
export function parseCompany(typed: string): Company | null {
  const [row = {}] = rowsOf(typed);
  const company = cleaned(row, COMPANY_FIELDS);
  if (!company || Object.keys(company).length === 0) return null;
  if (company.uscc === undefined) return company;
  const uscc = readUscc(company.uscc);
  return uscc === null ? null : { ...company, uscc };
}

/** The items that were typed; empty rows count as not there. Null when there is none or one of them cannot be. */
export function parseItems(typed: string): Item[] | null {
  const rows = rowsOf(typed).filter((row) => ITEM_FIELDS.some((field) => row[field]?.trim()));
  const items = rows.map(parseItem);
  const whole = items.filter((item) => item !== null);
  return whole.length > 0 && whole.length === items.length ? whole : null;
}

function parseItem(row: Row): Item | null {
  const typed = cleaned(row, ['title', 'sku']);
  const [price = '', quantity = ''] = [row.unitPrice?.trim(), row.quantity?.trim()];
  const unitPrice = price ? parseYuan(price) : undefined;
  if (!typed?.title || unitPrice === null || unitPrice?.startsWith('-')) return null;
  if (quantity && !/^[1-9]\d{0,5}$/.test(quantity)) return null;
  return {
    title: typed.title,
    ...(typed.sku && { sku: typed.sku }),
    ...(unitPrice && { unitPrice }),
    ...(quantity && { quantity: Number(quantity) }),
    ...keptOf(row),
  };
}

function keptOf(row: Row): Partial<Item> {
  const { status, ...numbers } = cleaned(row, KEPT_OF_ITEMS) ?? {};
  const whole = Object.entries(numbers).filter(([, number]) => NUMBER.test(number));
  return { ...Object.fromEntries(whole), ...(status && { status }) };
}

/** The fields that hold something, in their order; null when one is too long. */
function cleaned<Field extends string>(row: Row, fields: readonly Field[]): Partial<Record<Field, string>> | null {
  const entries = fields.flatMap((field) => {
    const text = normalizeSpace(row[field] ?? '');
    return text ? [[field, text] as const] : [];
  });
  if (entries.some(([, text]) => text.length > MAX_FIELD)) return null;
  return Object.fromEntries(entries) as Partial<Record<Field, string>>;
}
