import { useLiveQuery } from 'dexie-react-hooks';

/**
 * What a query of the database gives, renewed with every change; undefined until it belongs to `subject`. (`useLiveQuery` by
 * itself goes on giving what belonged to the subject before, so that one tab would show the case of another.)
 */
export function useQuery<Result>(
  subject: string | number | null | undefined,
  query: () => Promise<Result>,
  inputs: unknown[] = [],
): Result | undefined {
  const found = useLiveQuery(async () => ({ subject, result: await query() }), [subject, ...inputs]);
  return found?.subject === subject ? found?.result : undefined;
}
