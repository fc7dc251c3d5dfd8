import { isPartial } from '../../lib/evidence/gaps.ts';
import type { CaptureGap } from '../../lib/evidence/types.ts';
import { formatBytes, formatMinute } from '../../lib/i18n/format.ts';
import type { MessageKey, Translate } from '../../lib/i18n/translate.ts';
import type { ErrorCode } from '../../lib/shared/errors.ts';
import { parseIso } from '../../lib/shared/time.ts';
import type { Job } from '../../lib/storage/job.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { GapList } from './GapList.tsx';
import styles from './JobCard.module.css';

interface JobCardProps {
  job: Job;
  onCancel: (job: Job) => void;
  /** Enough of a chat: what has been read is kept. */
  onStop: (job: Job) => void;
  /** The user has read the outcome. */
  onSeen: (job: Job) => void;
}

/** A capture or export: how far it is while it runs, how it ended afterwards. */
export function JobCard({ job, onSeen, ...running }: JobCardProps) {
  return job.state === 'running' ? <Running job={job} {...running} /> : <Ended job={job} onSeen={onSeen} />;
}

function Running({ job, onCancel, onStop }: Omit<JobCardProps, 'onSeen'>) {
  const t = useTranslate();
  const title = t(job.kind === 'capture' ? 'capture.running' : 'job.exportRunning');
  const percent = job.total > 0 ? `${Math.floor((100 * job.done) / job.total)}%` : '';
  return (
    <Card title={title} aside={percent}>
      <ProgressBar label={title} done={job.done} total={job.total} />
      <div className={styles.row}>
        <span className={styles.words} role="status">
          {progressWords(t, job)}
        </span>
        {job.phase === 'readingChat' && (
          <Button kind="quiet" onClick={() => onStop(job)}>
            {t('capture.stopChat')}
          </Button>
        )}
        <Button kind="quiet" onClick={() => onCancel(job)}>
          {t('common.cancel')}
        </Button>
      </div>
    </Card>
  );
}

function progressWords(t: Translate, { kind, phase, done, total, bytes, reached }: Job): string {
  const words = [t(`phase.${phase}`)];
  if (phase === 'scrolling')
    words.push(total > 0 ? t('capture.screens', { done, total }) : t('capture.screensOpen', { done }));
  const oldest = phase === 'readingChat' && reached ? parseIso(reached) : null;
  if (phase === 'readingChat') words.push(t('capture.messages', { done }));
  if (oldest !== null) words.push(t('capture.reached', { time: formatMinute(oldest) }));
  if (bytes > 0) words.push(formatBytes(bytes));
  if (kind === 'export') words.push(t('job.canClose'));
  return words.join(' · ');
}

function Ended({ job, onSeen }: Pick<JobCardProps, 'job' | 'onSeen'>) {
  const t = useTranslate();
  const dismiss = { onDismiss: () => onSeen(job), dismissLabel: t('job.gotIt') };
  if (job.state === 'done' && job.result && 'captureId' in job.result && isPartial(job.result.gaps)) {
    return (
      <Notice tone="warning" title={t('job.capturePartial')} {...dismiss}>
        <PartialWords job={job} gaps={job.result.gaps} />
      </Notice>
    );
  }
  if (job.state === 'done') {
    return (
      <Notice tone="ok" title={t(job.kind === 'capture' ? 'job.captureDone' : 'job.exportDone')} {...dismiss}>
        {resultWords(t, job)}
      </Notice>
    );
  }
  return (
    <Notice tone={job.state === 'cancelled' ? 'info' : 'error'} title={t(endTitle(job))} {...dismiss}>
      {job.state !== 'cancelled' && job.errorCode && t(`error.${job.errorCode}` as MessageKey)}
    </Notice>
  );
}

function resultWords(t: Translate, { result, updatedAt }: Job): string {
  if (!result) return '';
  if ('fileName' in result) return t('job.exportDoneText', { file: result.fileName, size: formatBytes(result.bytes) });
  return `${t(`pageKind.${result.pageKind ?? 'other'}`)} · ${formatMinute(updatedAt)}`;
}

/** Why a capture ended early, that what there is is safe, and what is missing. */
function PartialWords({ job, gaps }: { job: Job; gaps: readonly CaptureGap[] }) {
  const t = useTranslate();
  const reason = job.errorCode && t(reasonKey(job.errorCode));
  return (
    <>
      <p>{[resultWords(t, job), reason, t('job.captureKept')].filter(Boolean).join(' · ')}</p>
      <GapList gaps={gaps} />
    </>
  );
}

const REASONS: Partial<Record<ErrorCode, MessageKey>> = {
  'capture.pageGone': 'interruption.capture.pageGone',
  'capture.tabHidden': 'interruption.capture.tabHidden',
  'capture.noGrant': 'interruption.capture.noGrant',
  'capture.interrupted': 'interruption.capture.interrupted',
};

function reasonKey(code: ErrorCode): MessageKey {
  return REASONS[code] ?? 'interruption.other';
}

const END_TITLES = {
  capture: { failed: 'job.captureFailed', cancelled: 'job.captureCancelled', interrupted: 'job.captureInterrupted' },
  export: { failed: 'job.exportFailed', cancelled: 'job.exportCancelled', interrupted: 'job.exportInterrupted' },
} as const;

function endTitle({ kind, state }: Job): MessageKey {
  return END_TITLES[kind][state === 'cancelled' || state === 'interrupted' ? state : 'failed'];
}
