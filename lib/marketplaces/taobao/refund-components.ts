import { dataPairs } from '../../reading/data-pairs.ts';
import { at, isRecord, listAt, textAt } from '../../reading/inline-data.ts';
import type { Literal } from '../../reading/literal.ts';
import { readId } from '../../reading/values.ts';
import { ORDER_NUMBER, REFUND_NUMBER } from './labels.ts';

export interface Component {
  id: string;
  tag: string;
  fields: Literal;
}

/** An Ultron `disputeData` taken apart, in the order of the page. */
export interface RefundData {
  refundNo: string | null;
  orderNo: string | null;
  components: Component[];
}

/** Null for data without components. Accepts it bare, under `resultData`, or under `data` (docs/marketplaces.md). */
export function refundDataOf(data: Literal): RefundData | null {
  const components = componentsOf(data);
  if (components.length === 0) return null;
  const pairs = rowsOf(components);
  const number = (table: typeof REFUND_NUMBER) => {
    const numbers = new Set(pairs.flatMap(({ label, value }) => (table.specOf(label) ? (readId(value) ?? []) : [])));
    return numbers.size === 1 ? ([...numbers][0] ?? null) : null;
  };
  return { refundNo: number(REFUND_NUMBER), orderNo: number(ORDER_NUMBER), components };
}

/** The rows of labels and values beside the history. */
export function rowsOf(components: readonly Component[]) {
  return components
    .filter(({ tag }) => /^(?:refund|order)DetailRows|^nickRow/u.test(tag))
    .flatMap(({ fields }) => dataPairs(fields));
}

/** Components in the order of the page's structure; what it does not list comes in the order of its numbers. */
function componentsOf(data: Literal): Component[] {
  const roots = [at(data, 'resultData'), at(data, 'data'), at(data, 'data', 'data'), data];
  const root = roots.find((candidate) => isRecord(at(candidate, 'data')) && looksLikeComponents(at(candidate, 'data')));
  const byId = at(root, 'data');
  if (!isRecord(byId)) return [];
  const structure = at(root, 'hierarchy', 'structure');
  const listed = isRecord(structure) ? Object.values(structure).flatMap((children) => listAt(children)) : [];
  const others = Object.keys(byId).sort((a, b) => numberOf(a) - numberOf(b));
  const ids = [...new Set([...listed.map((id) => String(id)), ...others])];
  return ids.flatMap((id) => {
    const component = byId[id];
    const tag = textAt(component, 'tag') ?? /^[A-Za-z0-9]*[A-Za-z]/.exec(id)?.[0];
    return isRecord(component) && tag ? [{ id, tag, fields: at(component, 'fields') }] : [];
  });
}

/** The number at the end of a component's id. (`localeCompare` would cost 9 ms the first time.) */
function numberOf(id: string): number {
  return Number(/\d+$/.exec(id)?.[0] ?? 0);
}

function looksLikeComponents(byId: Literal): boolean {
  return (
    isRecord(byId) && Object.values(byId).some((component) => isRecord(component) && isRecord(at(component, 'fields')))
  );
}
