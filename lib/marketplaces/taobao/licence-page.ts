import { findLabelled, type LabelSpec } from '../../reading/labels.ts';
import { readUscc } from '../../reading/uscc.ts';
import { readWords } from '../../reading/values.ts';
import type { DetectedPage, ReadResult } from '../adapter.ts';
import { FactCollector } from '../collector.ts';
import type { Company } from '../types.ts';
import { contentLines } from './page-text.ts';

const words = (text: string) => readWords(text, 200);

const COMPANY_LABELS: readonly LabelSpec<keyof Company>[] = [
  { fact: 'uscc', labels: ['企业注册号', '统一社会信用代码', '注册号', '营业执照注册号'], read: readUscc },
  { fact: 'name', labels: ['企业名称', '名称', '公司名称'], read: words },
  { fact: 'type', labels: ['类型', '企业类型', '公司类型'], read: words },
  { fact: 'address', labels: ['住所', '经营场所', '地址', '企业地址'], read: words },
  { fact: 'legalRepresentative', labels: ['法定代表人', '法定代表人姓名', '经营者', '负责人'], read: words },
  { fact: 'registeredAt', labels: ['成立时间', '成立日期', '注册日期'], read: words },
  { fact: 'authority', labels: ['登记机关', '发证机关'], read: words },
];

/** Reads the licence page of a shop (经营者公示), once the user has solved its captcha. */
export function readLicencePage(document: Document, page: DetectedPage): ReadResult {
  const facts = new FactCollector();
  const company: Company = {};
  const texts: string[] = [];
  for (const { fact, value, text } of findLabelled(contentLines(document), COMPANY_LABELS)) {
    if (company[fact] !== undefined || typeof value !== 'string') continue;
    company[fact] = value;
    texts.push(text);
  }
  if (company.name) facts.offer('company', company, 'label', texts.join('；'));
  return { pageKind: 'shopLicence', role: page.role, partial: false, events: [], ...facts.finish() };
}
