import { Content } from '../../reading/content.ts';
import { readInstant } from '../../reading/values.ts';
import { firstOfEach } from '../../shared/lists.ts';
import { normalizeSpace } from '../../shared/text.ts';
import type { DetectedPage, ReadResult } from '../adapter.ts';
import { FactCollector } from '../collector.ts';
import { boxWithout, cardsOf, takeLabels } from '../common/page-text.ts';
import type { ListedComplaint } from '../types.ts';
import { COMPLAINT_LABELS, COMPLAINT_NUMBER, COMPLAINT_SUBJECT, complaintStatusOf } from './labels.ts';
import { addressesIn, idInAddress, readTaobaoLink } from './links.ts';
import { isLongerList } from './list-page.ts';

/** Reads the complaints of a list by the links to their orders, or by their numbers (docs/marketplaces.md). */
export function readComplaintListPage(document: Document, page: DetectedPage): ReadResult {
  const facts = new FactCollector();
  const content = new Content(document);
  const complaints = [...rowsByLink(content), ...rowsByNumber(content)];
  const rows = firstOfEach(complaints, ({ complaintNo }) => complaintNo);
  facts.offer('complaints', rows, 'element', rows.map((row) => row.complaintNo ?? row.bizOrderId).join(' '));
  const partial = isLongerList(document);
  return { pageKind: 'complaintList', role: page.role, partial, events: [], ...facts.finish() };
}

function rowsByLink(content: Content): ListedComplaint[] {
  const links = content.query('a[href*="bizOrderId="]').flatMap((link) => {
    const number = idInAddress(link.getAttribute('href'), 'bizOrderId');
    return number ? [{ link, number }] : [];
  });
  return firstOfEach(links, ({ number }) => number).map(({ link, number }) => {
    const others = links.filter((other) => other.number !== number).map((other) => other.link);
    return complaintOf(content, boxWithout(link, others), number);
  });
}

function rowsByNumber(content: Content): ListedComplaint[] {
  return cardsOf(content.lines, COMPLAINT_NUMBER).map(({ box }) => complaintOf(content, box, null));
}

function complaintOf(content: Content, box: Element, bizOrderId: string | null): ListedComplaint {
  const facts = new FactCollector();
  const own = (selector: string) => content.query(selector).filter((element) => box.contains(element));
  for (const status of own('[class*="rights-"]')) {
    facts.take('complaintStatus', normalizeSpace(status.textContent ?? ''), complaintStatusOf, 'element');
  }
  for (const time of own('.time')) facts.take('complainedAt', time.textContent, readInstant, 'element');
  takeLabels(content.linesIn(box), COMPLAINT_LABELS, facts);
  const address = readTaobaoLink(addressesIn(box).find((href) => /\/complaint\/[^?#]*detail/iu.test(href)));
  return {
    ...facts.pick('complaintNo', 'complaintStatus', 'complainedAt'),
    ...(bizOrderId && { bizOrderId }),
    links: address ? { detail: address } : {},
  };
}

/**
 * Reads a complaint by its labels alone: nobody has published such a page. While a form is open nothing has been complained
 * of yet, so then only the order and the parties count.
 */
export function readComplaintPage(document: Document, page: DetectedPage): ReadResult {
  const facts = new FactCollector();
  const content = new Content(document);
  const isForm = content.query('textarea, input[type="radio"], select').length > 0;
  takeLabels(content.lines, isForm ? COMPLAINT_SUBJECT : COMPLAINT_LABELS, facts);
  return { pageKind: 'complaintDetail', role: page.role, partial: false, events: [], ...facts.finish() };
}
