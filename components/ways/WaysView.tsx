import { useEffect, useRef } from 'react';
import type { Jurisdiction } from '../../lib/cases/ways/jurisdiction.ts';
import type { CheckedGround } from '../../lib/cases/ways/precheck.ts';
import type { Instant } from '../../lib/shared/time.ts';
import { CHANNEL_GROUPS } from '../../lib/stages/rules/channels/types.ts';
import type { WaysOut } from '../../lib/stages/ways/types.ts';
import { Notes } from '../case/Notes.tsx';
import { useTranslate } from '../translate.tsx';
import { Card } from '../ui/Card.tsx';
import { Articles } from './Articles.tsx';
import { ChannelRow } from './ChannelRow.tsx';
import type { OnFile } from './FilingForm.tsx';
import { Ladder } from './Ladder.tsx';
import { PrecheckList } from './PrecheckList.tsx';
import styles from './WaysView.module.css';
import { WhereToFile } from './WhereToFile.tsx';

interface WaysViewProps {
  ways: WaysOut;
  jurisdiction: Jurisdiction;
  grounds: readonly CheckedGround[];
  now: Instant;
  onFile: OnFile;
}

/** Every way out of a case: what to do in which order, where to file, what may be refused, and each channel in full. */
export function WaysView({ ways, jurisdiction, grounds, now, onFile }: WaysViewProps) {
  const t = useTranslate();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <div>
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          {t('ways.title')}
        </h2>
        <p className={styles.intro}>{t('ways.intro')}</p>
      </div>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Notes title={t('now.warnings')} notes={ways.warnings} />
          <Card title={t('ways.ladder')}>
            <Ladder ladder={ways.ladder} />
          </Card>
          <WhereToFile jurisdiction={jurisdiction} />
          <PrecheckList grounds={grounds} />
        </div>
        <div className={styles.column}>
          <Channels ways={ways} now={now} onFile={onFile} />
          <Articles />
        </div>
      </div>
    </>
  );
}

function Channels({ ways, now, onFile }: Pick<WaysViewProps, 'ways' | 'now' | 'onFile'>) {
  const t = useTranslate();
  return CHANNEL_GROUPS.map((group) => {
    const own = ways.channels.filter(({ channel }) => channel.group === group);
    if (own.length === 0) return null;
    return (
      <Card key={group} title={t(`ways.group.${group}`)}>
        {own.map((standing) => (
          <ChannelRow key={standing.channel.id} standing={standing} now={now} onFile={onFile} />
        ))}
      </Card>
    );
  });
}
