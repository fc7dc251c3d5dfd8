import type { BundleData } from '../types.ts';
import { type Block, blank, type Fields, type Inline, known, text } from './model.ts';
import { type BookPages, references } from './pages.ts';
import { marketplaceWords } from './words.ts';

/** 投诉人: what the user typed for this export. */
export function complainantFields({ complainant }: BundleData): Fields {
  const identity = [complainant.idType, complainant.idNumber].filter(Boolean).join('　');
  return {
    kind: 'fields',
    rows: [
      { label: '姓名', value: [known(complainant.name)] },
      { label: '证件类型及号码', value: [known(complainant.idNumber ? identity : undefined)] },
      { label: '联系电话', value: [known(complainant.phone)] },
      { label: '联系地址', value: [known(complainant.address)] },
      { label: '是否同意公示投诉信息', value: [yesOrNo(complainant.agreesToPublish)] },
      { label: '是否同意委托调解', value: [yesOrNo(complainant.agreesToDelegatedMediation)] },
    ],
  };
}

function yesOrNo(answer: boolean | undefined): Inline {
  return answer === undefined ? blank() : text(answer ? '同意' : '不同意');
}

/** 被投诉人: the company behind the shop, with the licence page as proof of what was read there. */
export function respondentFields({ respondent, dispute }: BundleData, pages: BookPages): Fields {
  const proof = respondent.evidence ? references([respondent.evidence], pages) : [];
  const shop = respondent.shopName ?? dispute.shopName;
  return {
    kind: 'fields',
    rows: [
      { label: '名称（营业执照）', value: [known(respondent.companyName), ...(respondent.companyName ? proof : [])] },
      { label: '统一社会信用代码', value: [known(respondent.uscc), ...(respondent.uscc ? proof : [])] },
      { label: '公示地址', value: [known(respondent.address), ...(respondent.address ? proof : [])] },
      { label: '法定代表人', value: [known(respondent.legalRepresentative)] },
      { label: '联系电话', value: [known(respondent.phone)] },
      {
        label: '平台及店铺',
        value: [known(marketplaceWords(dispute.marketplace), '平台'), text('　'), known(shop, '店铺名称')],
      },
    ],
  };
}

/** Order 121 lets the platform's own district handle the complaint when the shop published no address. */
export function addressNote({ respondent }: BundleData): Block[] {
  if (respondent.address) return [];
  return [
    {
      kind: 'paragraph',
      style: 'note',
      content: [
        text(
          '注：被投诉人未在平台公示地址，或者按公示地址无法联系的，请写明并另附证据，可以依照《市场监督管理投诉举报处理办法》',
        ),
        text('（国家市场监督管理总局令第121号）请求由平台经营者住所地的市场监督管理部门处理。'),
      ],
    },
  ];
}
