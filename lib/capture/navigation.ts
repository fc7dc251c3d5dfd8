import type { PageNavigation } from '../evidence/page-capture.ts';
import { parseUrl } from '../shared/url.ts';

const MAX_FAILED = 50;
const FIRST_FAILURE = 400;

/** How the page was reached and which of its parts its servers refused, from the browser's own timing of the page. */
export function readNavigation(): PageNavigation {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return {
    loadedFrom: entry?.name ?? null,
    kind: entry?.type ?? null,
    redirects: entry?.redirectCount ?? null,
    status: entry?.responseStatus ?? null,
    loadedAt: Math.round(performance.timeOrigin),
    failedLoads: failedLoads(),
  };
}

function failedLoads(): PageNavigation['failedLoads'] {
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  return entries
    .filter(({ responseStatus }) => responseStatus >= FIRST_FAILURE)
    .slice(0, MAX_FAILED)
    .map(({ name, responseStatus }) => ({ address: withoutQuery(name), status: responseStatus }));
}

/** Queries carry tokens of the session, and say nothing about the failure. */
function withoutQuery(address: string): string {
  const url = parseUrl(address);
  return url ? `${url.origin}${url.pathname}` : '';
}
