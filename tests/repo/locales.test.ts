import { describe, expect, it } from 'vitest';
import { BACKUP_PROBLEMS } from '../../lib/backup/problems.ts';
import { ENTRY_CHOICE_NAMES, ENTRY_GROUPS } from '../../lib/cases/entries/entry-choices.ts';
import { COMPANY_FIELDS, ITEM_FIELDS } from '../../lib/cases/facts/rows-input.ts';
import { DUE_FILTERS } from '../../lib/cases/list/filter.ts';
import { PICTURE_GAPS } from '../../lib/evidence/chat/types.ts';
import { REDACTION_RULES } from '../../lib/evidence/covered.ts';
import { CAPTURE_GAPS, FILE_KINDS } from '../../lib/evidence/types.ts';
import { FACT_KEYS } from '../../lib/marketplaces/schema.ts';
import { FACT_SOURCES, MARKETPLACES, MESSAGE_KINDS, PAGE_KINDS, REFUND_TYPES } from '../../lib/marketplaces/types.ts';
import { FIND_CONFIDENCES } from '../../lib/redaction/rules/types.ts';
import { ERROR_CODES } from '../../lib/shared/errors.ts';
import { CHANNEL_GROUPS } from '../../lib/stages/rules/channels/types.ts';
import { CONFIDENCES } from '../../lib/stages/rules/types.ts';
import { OWNERS, STAGES } from '../../lib/stages/types.ts';
import { STAMP_FAULTS } from '../../lib/stamps/fault.ts';
import { SERVICE_IDS } from '../../lib/stamps/services.ts';
import { STAMP_REASONS } from '../../lib/stamps/types.ts';
import { STORE_PROBLEMS } from '../../lib/storage/check/problems.ts';
import { type Node, OWN_CODE, place, read, source, sources } from './source.ts';

type Tree = { [key: string]: string | Tree };

const [zh, en] = ['zh_CN', 'en'].map((locale) => leaves(JSON.parse(read(`locales/${locale}.json`)))) as [
  Map<string, string>,
  Map<string, string>,
];

function leaves(tree: Tree, path = ''): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : [...leaves(value, `${path}${key}.`)],
  );
  return new Map(entries);
}

/**
 * Keys that the code puts together (`error.${code}`), with everything that can stand at the end. A list that is missing here
 * is one whose members are literals beside the template.
 */
const FAMILIES: Record<string, readonly string[] | null> = {
  'error.': ERROR_CODES,
  'gap.': CAPTURE_GAPS,
  'pageKind.': [...PAGE_KINDS, 'other'],
  'marketplace.': [...MARKETPLACES, 'unknown'],
  'role.': ['buyer', 'seller', 'unknown'],
  'owner.': OWNERS,
  'source.': FACT_SOURCES,
  'refundType.': REFUND_TYPES,
  'fact.': FACT_KEYS,
  'messageKind.': MESSAGE_KINDS.filter((kind) => kind !== 'text'),
  'pictureGap.': PICTURE_GAPS,
  'party.': ['buyer', 'seller', 'platform', 'unknown'],
  'companyField.': COMPANY_FIELDS,
  'itemField.': ITEM_FIELDS,
  'import.': ['orders', 'refunds'],
  'caseRole.': ['buyer', 'seller'],
  'caseTurn.': ['yours', 'theirs', 'nobody'],
  'caseDue.': DUE_FILTERS,
  'stage.order.': ['UNPAID', 'PAID', 'SHIPPED', 'SUCCESS', 'CLOSED', 'EXPIRED_PLATFORM'],
  'stage.': STAGES.filter((stage) => !['UNPAID', 'PAID', 'SHIPPED', 'EXPIRED_PLATFORM'].includes(stage)),
  'phase.': membersOf('lib/storage/job.ts', 'JobPhase'),
  'step.': membersOf('lib/cases/steps.ts', 'StepKey'),
  'export.': ['name', 'phone', 'address', 'idNumber'],
  'limitSince.': ['signed', 'completed', 'arrived'],
  'limitUnknown.': ['signed', 'completed', 'arrived'],
  'fileKind.': FILE_KINDS,
  'export.claim.': ['refund', 'returnGoods', 'exchange', 'repair', 'redo', 'quantity', 'damages'],
  'correction.problem.': membersOf('lib/cases/facts/correction-input.ts', 'InputKind'),
  'ways.rung.': membersOf('lib/stages/ways/types.ts', 'RungState'),
  'ways.state.': membersOf('lib/stages/ways/types.ts', 'ChannelState'),
  'ways.group.': CHANNEL_GROUPS,
  'ways.confidence.': CONFIDENCES,
  'ways.field.': ['use', 'wrong', 'cost', 'deadline', 'answer', 'bring', 'contact', 'operator', 'articles'],
  'ways.kind.': ['complaint12315', 'report', 'court', 'platformComplaint', 'intervention', 'appeal'],
  'ways.problem.': ['time', 'future', 'note', 'gone'],
  'where.': ['noLicence', 'noAddress'],
  'precheck.': ['complaint', 'report'],
  'precheck.state.': membersOf('lib/cases/ways/precheck-checks.ts', 'GroundState'),
  'basis.': ['page', 'rule', 'estimate', 'corrected'],
  'turn.': ['yours', 'nobody'],
  'reminderLine.': ['off', 'blocked', 'past', 'handled'],
  'cases.': ['deadline', 'owner', 'stage', 'subject', 'amount', 'evidence', 'seen'],
  'entry.group.': ENTRY_GROUPS,
  'entry.choice.': ENTRY_CHOICE_NAMES,
  'entry.use.': membersOf('lib/cases/entries/entries.ts', 'EntryUse').filter((use) => use !== 'counts'),
  'entry.problem.': membersOf('lib/cases/entries/entry-input.ts', 'EntryProblem'),
  'merge.': ['fact', 'here', 'there', 'after'],
  'merge.problem.': ['roles'],
  'split.problem.': membersOf('lib/cases/moves/divide.ts', 'DivideProblem'),
  'caseNote.': ['saving', 'saved'],
  'seal.': ['none', 'waiting', 'failed', 'stamped'],
  'sealReason.': [...STAMP_REASONS, ...STAMP_FAULTS],
  'stampService.': SERVICE_IDS,
  'redaction.rule.': REDACTION_RULES,
  'redaction.confidence.': FIND_CONFIDENCES,
  'storeCheck.problem.': STORE_PROBLEMS,
  'storeCheck.todo.': STORE_PROBLEMS,
  'backup.problem.': BACKUP_PROBLEMS,
  'backup.phase.': ['reading', 'verifying'],
  'privacyPage.': ['stored', 'where', 'network', 'others', 'erase'].flatMap((part) => [part, `${part}Text`]),
};

/** The texts of a union of literals, which exists for the compiler only. */
function membersOf(path: string, name: string): string[] {
  const found = source(path).nodes.find(({ node }) => node.type === 'TSTypeAliasDeclaration' && node.id.name === name);
  const members = found?.node.typeAnnotation.types.map((type: Node) => type.literal.value);
  if (!members) throw new Error(`${path} has no union ${name}`);
  return members;
}

const code = sources(...OWN_CODE);

/** Keys that stand in the code of the screens as they are; messages have names of the same form. */
const literals = new Set(
  sources('components/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx}', 'lib/{i18n,live,reminders}/*.{ts,tsx}').flatMap(
    ({ nodes }) =>
      nodes.flatMap(({ node, parent }) => (isText(node) && !isMessageName(node, parent) ? [node.value as string] : [])),
  ),
);

function isText({ type, value }: Node): boolean {
  return type === 'Literal' && typeof value === 'string';
}

function isMessageName(node: Node, parent: Node | null): boolean {
  if (parent?.type === 'Property' || parent?.type === 'TSLiteralType') return parent.key === node || !parent.key;
  const call = parent?.type === 'ConditionalExpression' ? 'sendMessage' : parent?.callee?.name;
  const isJobKind = parent?.type === 'ConditionalExpression' && /\.cancel$/.test(node.value);
  return call === 'sendMessage' ? parent?.type === 'CallExpression' || isJobKind : false;
}

/** The beginnings of keys that are put together. */
const prefixes = code.flatMap((file) =>
  file.nodes.flatMap(({ node }) => {
    const start: string = node.type === 'TemplateLiteral' ? node.quasis[0].value.cooked : '';
    const isKey = /^(?:[a-zA-Z]+\.)+$/.test(start) && [...zh.keys()].some((key) => key.startsWith(start));
    return isKey ? [{ start, at: place(file, node) }] : [];
  }),
);
const composed = new Set(Object.entries(FAMILIES).flatMap(([prefix, ends]) => (ends ?? []).map((end) => prefix + end)));

describe('the locales', () => {
  it('have the same keys', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
  });

  it('have the same parameters in every text', () => {
    const parameters = (text = '') => [...new Set(text.match(/\{\w+\}/g))].sort();
    for (const [key, text] of zh) expect(parameters(en.get(key)), key).toEqual(parameters(text));
  });

  it('leave no text empty, and none with spaces around it that nobody sees', () => {
    const joints = ['common.comma', 'common.semicolon'];
    for (const [key, text] of [...zh, ...en]) {
      expect(text, key).not.toBe('');
      if (!joints.includes(key)) expect(text, key).toBe(text.trim());
    }
  });

  it('have no Chinese in English, but for the names of things on Chinese screens and papers', () => {
    const quoted = /维权匣|【待补】/g;
    const mixed = [...en].filter(([, text]) =>
      /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(text.replace(quoted, '')),
    );
    expect(mixed).toEqual([]);
  });

  it('use Chinese punctuation in Chinese', () => {
    const halfWidth = [...zh].filter(([, text]) =>
      /[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]|[\u4e00-\u9fff]\.$/.test(text),
    );
    expect(halfWidth).toEqual([]);
  });
});

describe('keys', () => {
  it('are all used', () => {
    const unused = [...zh.keys()].filter(
      (key) =>
        !literals.has(key) &&
        !composed.has(key) &&
        !key.startsWith('manifest.ext') &&
        key !== 'manifest.captureCommand',
    );
    expect(unused).toEqual([]);
  });

  it('that are put together all exist', () => {
    expect([...composed].filter((key) => !zh.has(key))).toEqual([]);
  });

  it('are put together in the declared ways only, and all of these ways are used', () => {
    const undeclared = prefixes.filter(({ start }) => !(start in FAMILIES));
    expect(undeclared).toEqual([]);
    const used = new Set(prefixes.map(({ start }) => start));
    expect(Object.keys(FAMILIES).filter((prefix) => !used.has(prefix))).toEqual([]);
  });

  it('that stand in a call of the translation all exist', () => {
    const asked = code.flatMap((file) =>
      file.nodes.flatMap(({ node }) => {
        if (node.type !== 'CallExpression' || node.callee.name !== 't') return [];
        const [first] = node.arguments;
        const options: Node[] = first?.type === 'ConditionalExpression' ? [first.consequent, first.alternate] : [first];
        return options.flatMap((one) =>
          one?.type === 'Literal' ? [{ key: one.value as string, at: place(file, one) }] : [],
        );
      }),
    );
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter(({ key }) => !zh.has(key))).toEqual([]);
  });

  it('of the manifest are those that the configuration names', () => {
    const named = [...read('wxt.config.ts').matchAll(/__MSG_(\w+)__/g)].map(([, name]) => `manifest.${name}`);
    expect(named.length).toBeGreaterThan(2);
    for (const key of named) expect(zh.has(key), key).toBe(true);
  });
});
