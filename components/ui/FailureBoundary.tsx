import { Component, type ReactNode } from 'react';
import type { MessageKey } from '../../lib/i18n/translate.ts';
import { type ErrorCode, errorCodeOf } from '../../lib/shared/errors.ts';
import { useTranslate } from '../translate.tsx';
import { Notice } from './Notice.tsx';

interface FailureBoundaryProps {
  children: ReactNode;
  /** Told about what failed; the user is told here. */
  onFailure: (error: unknown) => void;
}

/** Says what has failed, what is safe and what to do, where a view would otherwise be an empty page. */
export class FailureBoundary extends Component<FailureBoundaryProps, { code: ErrorCode | null }> {
  override state: { code: ErrorCode | null } = { code: null };

  static getDerivedStateFromError(error: unknown) {
    return { code: errorCodeOf(error) };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onFailure(error);
  }

  override render(): ReactNode {
    const { code } = this.state;
    return code ? <Failure code={code} /> : this.props.children;
  }
}

function Failure({ code }: { code: ErrorCode }) {
  const t = useTranslate();
  return (
    <main>
      <Notice tone="error">{t(`error.${code}` as MessageKey)}</Notice>
    </main>
  );
}
