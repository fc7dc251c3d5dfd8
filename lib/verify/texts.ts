import type { ZipErrorCode } from '../bundle/zip/errors.ts';
import type { Finding, Layer, LayerResult, LayerStatus, NoteCode, ProblemCode, Verdict } from './types.ts';

/** Why a file or a whole zip cannot be read: the zip's reasons, and `file` for a file that the disk does not give. */
export type UnreadableReason = ZipErrorCode | 'file' | 'notABundle';

/** All sentences of a verification in one language. `{name}` stands for a parameter. */
export interface VerifyTexts {
  layers: Record<Layer, string>;
  statuses: Record<LayerStatus, string>;
  /** What a layer's line says when it passed. */
  passed: Record<Layer, string>;
  /** The same without anything to check. */
  nothing: Partial<Record<Layer, string>>;
  failed: string;
  unchecked: string;
  /** The same of time stamps that hold, by somebody who is not known. */
  untrusted: string;
  problems: Record<ProblemCode, string>;
  notes: Record<NoteCode, string>;
  unreadable: Record<UnreadableReason, string>;
  verdicts: Record<Verdict, string>;
  /** Between a file name and what is said about it. */
  colon: string;
}

/** The line of one layer, without its name: `36 个文件均在…` or `发现 2 处问题`. */
export function describeLayer(result: LayerResult, texts: VerifyTexts): string {
  const { layer, status, params, problems } = result;
  if (status === 'failed') return fill(texts.failed, { count: problems.length });
  if (status === 'unchecked') return params.count ? fill(texts.untrusted, params) : texts.unchecked;
  const nothing = params.count === 0 || status === 'absent' ? texts.nothing[layer] : undefined;
  return fill(nothing ?? texts.passed[layer], params);
}

/** A problem as a sentence that begins with the file it is about. */
export function describeProblem(problem: Finding<ProblemCode>, texts: VerifyTexts): string {
  return withFile(problem, texts.problems[problem.code], texts);
}

/** A note as a sentence. */
export function describeNote(note: Finding<NoteCode>, texts: VerifyTexts): string {
  return withFile(note, texts.notes[note.code], texts);
}

function withFile({ file, params }: Finding<string>, template: string, texts: VerifyTexts): string {
  const reason = texts.unreadable[params?.reason as UnreadableReason] ?? '';
  const sentence = fill(template, { ...params, reason });
  return file === undefined ? sentence : `${file}${texts.colon}${sentence}`;
}

function fill(template: string, params: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}
