import type { CheckedGround } from '../../lib/cases/ways/precheck.ts';
import { describeWorks } from '../../lib/stages/rules/describe.ts';
import { useLocalSentence, useLocalText } from '../case/local-text.ts';
import { useTranslate } from '../translate.tsx';
import { Card } from '../ui/Card.tsx';
import { Chip } from '../ui/Chip.tsx';
import styles from './PrecheckList.module.css';

const TONES = { met: 'line', missing: 'warn', judge: 'line', risk: 'danger' } as const;
const PROCEDURES = ['complaint', 'report'] as const;

/** What 12315 may refuse a complaint or report for, ground by ground; what needs attention first, the rest folded. */
export function PrecheckList({ grounds }: { grounds: readonly CheckedGround[] }) {
  const t = useTranslate();
  return (
    <Card title={t('precheck.title')}>
      <p className={styles.intro}>{t('precheck.intro')}</p>
      {PROCEDURES.map((procedure) => {
        const own = grounds.filter((ground) => ground.procedure === procedure);
        return own.length > 0 && <Procedure key={procedure} name={t(`precheck.${procedure}`)} grounds={own} />;
      })}
    </Card>
  );
}

function Procedure({ name, grounds }: { name: string; grounds: readonly CheckedGround[] }) {
  const t = useTranslate();
  const urgent = grounds.filter(({ state }) => state === 'missing' || state === 'risk');
  const others = grounds.filter((ground) => !urgent.includes(ground));
  const met = others.filter(({ state }) => state === 'met').length;
  return (
    <section className={styles.procedure}>
      <h3 className={styles.name}>{name}</h3>
      {urgent.length > 0 ? <Grounds grounds={urgent} /> : <p>{t('precheck.allMet')}</p>}
      {others.length > 0 && (
        <details>
          <summary className={styles.more}>{t('precheck.judgeMore', { count: others.length - met, met })}</summary>
          <Grounds grounds={others} />
        </details>
      )}
    </section>
  );
}

function Grounds({ grounds }: { grounds: readonly CheckedGround[] }) {
  const t = useTranslate();
  const local = useLocalText();
  const sentence = useLocalSentence();
  return (
    <ul className={styles.grounds}>
      {grounds.map(({ id, title, how, source, state, detail }) => (
        <li key={id}>
          <div className={styles.head}>
            <strong className={styles.title}>{sentence(title)}</strong>
            <Chip tone={TONES[state]}>{t(`precheck.state.${state}`)}</Chip>
          </div>
          {detail && <p>{sentence(detail)}</p>}
          {state !== 'met' && <p>{sentence(how)}</p>}
          <p className={styles.source}>{local(describeWorks([source]) ?? title)}</p>
        </li>
      ))}
    </ul>
  );
}
