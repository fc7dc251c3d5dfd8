import { describe, expect, it } from 'vitest';
import { type Instant, parseIso } from '../../../lib/shared/time.ts';
import { type CaseEvent, type CaseInput, computeStatus } from '../../../lib/stages/index.ts';
import { type WaysOut, waysOut } from '../../../lib/stages/ways/index.ts';
import type { Filed } from '../../../lib/stages/ways/types.ts';
import { at, buyers, event, PAID, SHIPPED, SIGNED, sellers } from './helpers.ts';

const REFUND = { refundType: 'refundOnly', goods: 'received' } as const;
const COMPLETED = event('order.completed', '11-15 09:00');
const APPLIED = event('refund.applied', '11-16 09:00', { refundType: 'refundOnly' });
const REFUSED = event('refund.refused', '11-17 09:00');
const ASKED = event('intervention.requested', '11-18 09:00');
const decided = (outcome: 'supportBuyer' | 'supportSeller') =>
  event('intervention.decided', '11-19 09:00', { outcome });

function waysAt(time: string, input: CaseInput, filed: Filed[] = []): WaysOut {
  const now = parseIso(at(time)) as Instant;
  return waysOut({ input, status: computeStatus(input, now), filed, now });
}

const rungs = ({ ladder }: WaysOut) => ladder.map(({ id, state }) => `${id} ${state}`);
const channelOf = ({ channels }: WaysOut, id: string) => channels.find(({ channel }) => channel.id === id);
const stateOf = (ways: WaysOut, id: string) => channelOf(ways, id)?.state;
const filedAt = (channel: string, filing: Filed['filing'], time: string): Filed => ({
  channel,
  filing,
  at: parseIso(at(time)) as Instant,
});

const TALK = 'talk done';
const BUYERS: [name: string, time: string, events: CaseEvent[], expected: string[]][] = [
  [
    'received, nothing else on record',
    '11-15 10:00',
    [],
    ['talk now', 'refund now', 'intervention later', 'appeal later', 'authority later', 'court later'],
  ],
  [
    'paid',
    '11-10 12:00',
    [PAID],
    ['talk now', 'refund now', 'intervention later', 'appeal later', 'authority later', 'court later'],
  ],
  [
    'signed',
    '11-15 08:00',
    [PAID, SHIPPED, SIGNED],
    ['talk now', 'refund now', 'intervention later', 'appeal later', 'authority later', 'court later'],
  ],
  [
    'applied',
    '11-16 10:00',
    [PAID, SHIPPED, SIGNED, APPLIED],
    [TALK, 'refund now', 'intervention later', 'appeal later', 'authority later', 'court later'],
  ],
  [
    'the seller is silent',
    '11-19 10:00',
    [PAID, SHIPPED, SIGNED, APPLIED],
    [TALK, 'refund now', 'intervention now', 'appeal later', 'authority later', 'court later'],
  ],
  [
    'refused',
    '11-17 10:00',
    [PAID, SHIPPED, APPLIED, REFUSED],
    [TALK, 'refund done', 'intervention now', 'appeal later', 'authority later', 'court later'],
  ],
  [
    'the platform decides',
    '11-18 10:00',
    [PAID, SHIPPED, APPLIED, REFUSED, ASKED],
    [TALK, 'refund done', 'intervention now', 'appeal later', 'authority later', 'court later'],
  ],
  [
    'lost',
    '11-19 10:00',
    [PAID, SHIPPED, APPLIED, REFUSED, ASKED, decided('supportSeller')],
    [TALK, 'refund done', 'intervention done', 'appeal now', 'authority now', 'court later'],
  ],
  [
    'won',
    '11-19 10:00',
    [PAID, SHIPPED, APPLIED, REFUSED, ASKED, decided('supportBuyer')],
    [TALK, 'refund done', 'intervention done', 'appeal unneeded', 'authority unneeded', 'court unneeded'],
  ],
  [
    'the appeal was lost',
    '11-22 10:00',
    [
      PAID,
      SHIPPED,
      APPLIED,
      REFUSED,
      ASKED,
      decided('supportSeller'),
      event('appeal.decided', '11-21 09:00', { outcome: 'confirmed' }),
    ],
    [TALK, 'refund done', 'intervention done', 'appeal done', 'authority now', 'court later'],
  ],
  [
    'refunded',
    '11-17 10:00',
    [PAID, SHIPPED, APPLIED, event('refund.agreed', '11-17 09:00')],
    [TALK, 'refund done', 'intervention unneeded', 'appeal unneeded', 'authority unneeded', 'court unneeded'],
  ],
  [
    'the window is over',
    '12-20 10:00',
    [PAID, SHIPPED, SIGNED, COMPLETED],
    ['talk now', 'refund closed', 'intervention closed', 'appeal closed', 'authority now', 'court later'],
  ],
  [
    'filed at 12315',
    '12-21 10:00',
    [PAID, SHIPPED, SIGNED, COMPLETED, event('12315.filed', '12-20 11:00')],
    ['talk now', 'refund closed', 'intervention closed', 'appeal closed', 'authority now', 'court later'],
  ],
  [
    '12315 refused',
    '12-23 10:00',
    [PAID, SHIPPED, SIGNED, COMPLETED, event('12315.filed', '12-20 11:00'), event('12315.refused', '12-22 11:00')],
    ['talk now', 'refund closed', 'intervention closed', 'appeal closed', 'authority now', 'court later'],
  ],
  [
    'mediation ended',
    '12-30 10:00',
    [PAID, SHIPPED, SIGNED, COMPLETED, event('12315.filed', '12-20 11:00'), event('12315.ended', '12-29 11:00')],
    ['talk now', 'refund closed', 'intervention closed', 'appeal closed', 'authority done', 'court now'],
  ],
  [
    'sued',
    '12-30 10:00',
    [PAID, SHIPPED, SIGNED, COMPLETED, event('court.filed', '12-29 11:00')],
    ['talk now', 'refund closed', 'intervention closed', 'appeal closed', 'authority closed', 'court now'],
  ],
  [
    'more than three years',
    '2030-01-05 10:00',
    [PAID, SHIPPED, SIGNED, COMPLETED],
    ['talk now', 'refund closed', 'intervention closed', 'appeal closed', 'authority closed', 'court closed'],
  ],
];

describe('the buyer’s ladder', () => {
  it.each(BUYERS)('%s', (_, time, events, expected) => {
    expect(rungs(waysAt(time, buyers(events, REFUND)))).toEqual(expected);
  });

  it('is the same with an unknown role, and has a reason for each step in both languages', () => {
    for (const [, time, events] of BUYERS) {
      const ways = waysAt(time, buyers(events, { ...REFUND, role: 'unknown' }));
      expect(rungs(ways)).toEqual(rungs(waysAt(time, buyers(events, REFUND))));
      for (const { reason } of ways.ladder) {
        expect(reason.zh).toMatch(/[\u4e00-\u9fff]/u);
        expect(reason.en).toMatch(/^[\x20-\x7e’“”–]+$/u);
      }
    }
  });

  it('names only channels that are listed', () => {
    for (const input of [
      buyers([]),
      sellers([]),
      buyers([], { marketplace: 'jd' }),
      sellers([], { marketplace: '1688' }),
    ]) {
      const ways = waysAt('11-15 10:00', input);
      const listed = ways.channels.map(({ channel }) => channel.id);
      expect(ways.ladder.flatMap(({ channels }) => channels).filter((id) => !listed.includes(id))).toEqual([]);
    }
  });
});

describe('the seller’s ladder', () => {
  const cases: [name: string, time: string, events: CaseEvent[], expected: string[]][] = [
    [
      'nothing asked for',
      '11-15 10:00',
      [PAID],
      ['answer later', 'intervention later', 'appeal later', 'platform later', 'court later'],
    ],
    [
      'the buyer applied',
      '11-16 10:00',
      [PAID, SHIPPED, APPLIED],
      ['answer now', 'intervention later', 'appeal later', 'platform later', 'court later'],
    ],
    [
      'the platform decides',
      '11-18 10:00',
      [PAID, SHIPPED, APPLIED, REFUSED, ASKED],
      ['answer done', 'intervention now', 'appeal later', 'platform later', 'court later'],
    ],
    [
      'lost',
      '11-19 10:00',
      [PAID, SHIPPED, APPLIED, REFUSED, ASKED, decided('supportBuyer')],
      ['answer done', 'intervention done', 'appeal now', 'platform now', 'court later'],
    ],
    [
      'won',
      '11-19 10:00',
      [PAID, SHIPPED, APPLIED, REFUSED, ASKED, decided('supportSeller')],
      ['answer done', 'intervention done', 'appeal unneeded', 'platform later', 'court later'],
    ],
    [
      'the buyer is at 12315',
      '11-21 10:00',
      [PAID, SHIPPED, APPLIED, event('12315.filed', '11-20 09:00')],
      ['answer now', 'intervention later', 'appeal later', 'platform later', 'authority now', 'court later'],
    ],
  ];

  it.each(cases)('%s', (_, time, events, expected) => {
    expect(rungs(waysAt(time, sellers(events, REFUND)))).toEqual(expected);
  });

  it('has the seller’s ways and not the buyer’s', () => {
    const ids = waysAt('11-16 10:00', sellers([PAID, SHIPPED, APPLIED])).channels.map(({ channel }) => channel.id);
    expect(ids).toEqual(
      expect.arrayContaining(['CH.merchant', 'CH.xiaoer', 'SL.appeal.human', 'SL.malicious', 'SL.return.proof']),
    );
    expect(ids.filter((id) => ['CH.refund', 'CH.complain', 'CH.xiehui', 'CH.12315.odr'].includes(id))).toEqual([]);
  });

  it('a seller can report at 12315, not complain', () => {
    const ways = waysAt('11-16 10:00', sellers([PAID]));
    expect(channelOf(ways, 'CH.12315.web')?.filings).toEqual(['report.filed']);
    expect(stateOf(ways, 'CH.12315.web')).toBe('open');
  });
});

describe('one channel', () => {
  const LATE = [PAID, SHIPPED, SIGNED, COMPLETED];
  const FILED = event('12315.filed', '12-20 11:00');
  const AT_12315 = filedAt('CH.12315.web', '12315.filed', '12-20 11:00');
  const states = (ways: WaysOut, ids: string[]) => ids.map((id) => stateOf(ways, id));
  const AUTHORITIES = ['CH.12315.web', 'CH.12315.tel', 'CH.12345', 'CH.xiehui', 'CH.court', 'CH.arbitration'];

  it.each<[string, CaseEvent[], Filed[], string[]]>([
    ['nothing filed', [], [], ['open', 'open', 'open', 'open', 'open', 'open']],
    ['at 12315', [FILED], [AT_12315], ['filed', 'blocked', 'blocked', 'blocked', 'blocked', 'blocked']],
    [
      '12315 refused',
      [FILED, event('12315.refused', '12-21 09:00')],
      [AT_12315],
      ['filed', 'open', 'open', 'open', 'open', 'open'],
    ],
    [
      '12315 ended',
      [FILED, event('12315.ended', '12-21 09:00')],
      [AT_12315],
      ['closed', 'closed', 'open', 'open', 'open', 'open'],
    ],
    [
      'at 12345',
      [],
      [filedAt('CH.12345', null, '12-20 11:00')],
      ['blocked', 'blocked', 'filed', 'open', 'open', 'open'],
    ],
    [
      'at 消协',
      [],
      [filedAt('CH.xiehui', null, '12-20 11:00')],
      ['blocked', 'blocked', 'open', 'filed', 'open', 'open'],
    ],
    [
      'sued',
      [event('court.filed', '12-20 11:00')],
      [filedAt('CH.court', 'court.filed', '12-20 11:00')],
      ['blocked', 'blocked', 'blocked', 'blocked', 'filed', 'blocked'],
    ],
    [
      'a report only',
      [event('report.filed', '12-20 11:00')],
      [filedAt('CH.12315.web', 'report.filed', '12-20 11:00')],
      ['filed', 'open', 'open', 'open', 'open', 'open'],
    ],
  ])('one authority at a time: %s', (_, events, filed, expected) => {
    expect(states(waysAt('12-22 10:00', buyers([...LATE, ...events], REFUND), filed), AUTHORITIES)).toEqual(expected);
  });

  it('what articles name but is not for refunds is never called open', () => {
    const ways = waysAt('12-22 10:00', buyers(LATE, REFUND));
    expect(states(ways, ['CH.12381', 'CH.minister', 'CH.isc', 'CH.12300', 'CH.12377', 'CH.heimao'])).toEqual([
      ...Array(5).fill('unsuited'),
      'open',
    ]);
  });

  it('counts down what can be counted, with its basis', () => {
    const refused = waysAt('11-17 10:00', buyers([PAID, SHIPPED, APPLIED, REFUSED], REFUND));
    expect(channelOf(refused, 'CH.intervene')).toMatchObject({ state: 'open', until: { id: 'RF.refused.buyer' } });
    const late = waysAt('12-22 10:00', buyers(LATE, REFUND));
    expect(channelOf(late, 'CH.12315.web')?.until).toMatchObject({ id: 'LW.comp.limit', lastDay: '2029-11-14' });
    expect(channelOf(late, 'CH.court')?.until).toMatchObject({ id: 'CT.limit', lastDay: '2029-11-14' });
    expect(channelOf(waysAt('11-10 12:00', buyers([PAID])), 'CH.court')?.until).toBeNull();
  });

  it('opens and closes with the platform’s stages', () => {
    const platform = ['CH.refund', 'CH.complain', 'CH.intervene', 'CH.jury'];
    expect(states(waysAt('11-15 10:00', buyers([])), platform)).toEqual(['notYet', 'notYet', 'notYet', 'notYet']);
    expect(states(waysAt('11-16 10:00', buyers([PAID, SHIPPED, APPLIED], REFUND)), platform)).toEqual([
      'filed',
      'open',
      'notYet',
      'notYet',
    ]);
    expect(states(waysAt('11-18 10:00', buyers([PAID, SHIPPED, APPLIED, REFUSED, ASKED], REFUND)), platform)).toEqual([
      'open',
      'open',
      'filed',
      'open',
    ]);
    expect(states(waysAt('12-22 10:00', buyers(LATE, REFUND)), platform)).toEqual([
      'closed',
      'closed',
      'closed',
      'notYet',
    ]);
  });

  it('offers to note only what is not running already; a second report is kept without a stage', () => {
    const before = waysAt('12-22 10:00', buyers(LATE, REFUND));
    expect(channelOf(before, 'CH.12315.web')?.filings).toEqual(['12315.filed', 'report.filed']);
    const after = waysAt('12-22 10:00', buyers([...LATE, FILED, event('report.filed', '12-21 09:00')], REFUND), [
      AT_12315,
    ]);
    expect(channelOf(after, 'CH.12315.web')?.filings).toEqual([null]);
    expect(channelOf(after, 'CH.platformlaw')?.filings).toEqual([null]);
    expect(channelOf(after, 'CH.court')?.filings).toEqual(['court.filed']);
    const sued = waysAt('12-22 10:00', buyers([...LATE, event('court.filed', '12-21 09:00')], REFUND));
    expect(channelOf(sued, 'CH.court')?.filings).toEqual([]);
  });
});

describe('filings that get in each other’s way', () => {
  const LATE = [PAID, SHIPPED, SIGNED, COMPLETED];
  const at12345 = filedAt('CH.12345', null, '12-20 11:00');

  it.each<[string, CaseEvent[], Filed[], string[]]>([
    ['one place', [event('12315.filed', '12-20 11:00')], [], []],
    ['12315 and 12345', [event('12315.filed', '12-20 11:00')], [at12345], ['12315', '12345']],
    ['12345 and 消协', [], [at12345, filedAt('CH.xiehui', null, '12-20 12:00')], ['12345', '消费者协会']],
    [
      '12315 and the court',
      [event('12315.filed', '12-20 11:00'), event('court.filed', '12-21 11:00')],
      [],
      ['12315', '法院'],
    ],
    [
      '12315, and after its end the court',
      [event('12315.filed', '12-20 11:00'), event('12315.ended', '12-21 09:00'), event('court.filed', '12-21 11:00')],
      [],
      [],
    ],
    [
      '12315 refused, then 12345',
      [event('12315.filed', '12-20 11:00'), event('12315.refused', '12-21 09:00')],
      [at12345],
      [],
    ],
    [
      '12315 and the platform',
      [event('12315.filed', '12-20 11:00'), APPLIED],
      [filedAt('CH.hotline', null, '12-20 11:00')],
      [],
    ],
  ])('%s', (_, events, filed, names) => {
    const { warnings } = waysAt('12-22 10:00', buyers([...LATE, ...events], REFUND), filed);
    expect(warnings).toHaveLength(names.length > 0 ? 1 : 0);
    for (const name of names) expect(warnings[0]?.text.zh).toContain(name);
  });

  it('does not warn a seller, who has filed none of them', () => {
    expect(waysAt('12-22 10:00', sellers([...LATE, event('12315.filed', '12-20 11:00')]), [at12345]).warnings).toEqual(
      [],
    );
  });
});

it.each(['1688', 'jd', 'pdd', 'xianyu'] as const)('%s: nothing of Taobao’s is named', (marketplace) => {
  for (const build of [buyers, sellers]) {
    for (const [, time, events] of BUYERS) {
      const ways = waysAt(time, build(events, { ...REFUND, marketplace }));
      const shown = ways.channels.map(({ channel: { wrong: _wrong, ...channel }, ...rest }) => ({ ...rest, channel }));
      expect(JSON.stringify([shown, ways.ladder])).not.toMatch(/淘宝|天猫|旺旺|小二|千牛|9510211|Taobao/u);
    }
  }
});
