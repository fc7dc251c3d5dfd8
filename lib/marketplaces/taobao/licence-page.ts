import { Content } from '../../reading/content.ts';
import { type LabelSpec, LabelTable } from '../../reading/label-table.ts';
import { findLabelled } from '../../reading/labels.ts';
import { readWords } from '../../reading/values.ts';
import { readUscc } from '../../shared/uscc.ts';
import type { DetectedPage, ReadResult } from '../adapter.ts';
import { FactCollector } from '../collector.ts';
import type { Company } from '../types.ts';

/** One row of the table below. */
function label(
  fact: keyof Company,
  labels: string,
  read = (text: string) => readWords(text, 200),
): LabelSpec<keyof Company> {
  return { fact, labels: labels.split(' '), form: fact === 'uscc' ? 'exact' : 'words', read };
}

const COMPANY = new LabelTable(
  [
    label('uscc', '企业注册号 统一社会信用代码 注册号 营业执照注册号', readUscc),
    label('name', '企业名称 名称 公司名称'),
    label('type', '类型 企业类型 公司类型'),
    label('address', '住所 经营场所 地址 企业地址'),
    label('legalRepresentative', '法定代表人 法定代表人姓名 经营者 负责人'),
    label('registeredAt', '成立时间 成立日期 注册日期'),
    label('authority', '登记机关 发证机关'),
  ],
  '注册资本 营业期限 经营范围 核准时间 核准日期 年检 经营状态 登记状态 店铺名称 掌柜名'.split(' '),
);

/** Reads the licence page of a shop (经营者公示), once the user has solved its captcha. */
export function readLicencePage(document: Document, page: DetectedPage): ReadResult {
  const facts = new FactCollector();
  const company: Company = {};
  const texts: string[] = [];
  for (const { fact, value, text } of findLabelled(new Content(document).lines, COMPANY)) {
    if (typeof value !== 'string') continue;
    if (fact === 'name' && company.name && company.name !== value) return result(page, facts); // Whose shop it is, nobody says.
    if (company[fact] !== undefined) continue;
    company[fact] = value;
    texts.push(text);
  }
  if (company.name) facts.offer('company', company, 'label', texts.join('；'));
  return result(page, facts);
}

function result(page: DetectedPage, facts: FactCollector): ReadResult {
  return { pageKind: 'shopLicence', role: page.role, partial: false, events: [], ...facts.finish() };
}
