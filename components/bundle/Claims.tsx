import type { ExportOptions } from '../../lib/messaging/types.ts';
import { parseYuan } from '../../lib/shared/money.ts';
import { useTranslate } from '../translate.tsx';
import styles from './ExportForm.module.css';

const KINDS = {
  refund: '退还货款和服务费用',
  returnGoods: '退货',
  exchange: '更换',
  repair: '修理',
  redo: '重作',
  quantity: '补足商品数量',
  damages: '赔偿损失',
} as const;
type ClaimKey = keyof typeof KINDS;
const WITH_AMOUNT: ReadonlySet<ClaimKey> = new Set(['refund', 'damages']);

/** Ticked claims with the amount as typed; a claim that is not ticked is absent. */
export type ClaimDraft = Partial<Record<ClaimKey, string>>;

/** The claims in the words of the form (总局令第121号 art. 11). An amount that cannot be read, or is less than nothing, becomes a blank. */
export function claimsOf(draft: ClaimDraft): ExportOptions['claims'] {
  return (Object.entries(draft) as [ClaimKey, string][]).map(([key, typed]) => {
    const amount = parseYuan(typed);
    return { kind: KINDS[key], ...(amount && !amount.startsWith('-') && { amount }) };
  });
}

/** Tick boxes for what is asked for, with amounts where money is. */
export function Claims({ draft, onChange }: { draft: ClaimDraft; onChange: (draft: ClaimDraft) => void }) {
  const t = useTranslate();
  const toggle = (key: ClaimKey) => {
    const { [key]: ticked, ...others } = draft;
    onChange(ticked === undefined ? { ...others, [key]: '' } : others);
  };
  return (
    <ul className={styles.list}>
      {(Object.keys(KINDS) as ClaimKey[]).map((key) => (
        <li key={key}>
          <label>
            <input type="checkbox" checked={draft[key] !== undefined} onChange={() => toggle(key)} />
            <span className={styles.name}>{t(`export.claim.${key}`)}</span>
          </label>
          {draft[key] !== undefined && WITH_AMOUNT.has(key) && (
            <input
              className={styles.amount}
              inputMode="decimal"
              aria-label={`${t(`export.claim.${key}`)} ${t('export.claimAmount')}`}
              placeholder={t('export.claimAmount')}
              value={draft[key]}
              onChange={(event) => onChange({ ...draft, [key]: event.target.value })}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
