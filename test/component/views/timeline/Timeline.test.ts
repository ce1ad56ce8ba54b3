import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { expect, it } from 'vitest';
import type { Health, InboxEntry, NoticeFate, Row, TimelineLine } from '../../../../main/contract.ts';
import { createSession } from '../../../../renderer/lib/session.svelte.ts';
import { lineText, nextText, whysOf } from '../../../../renderer/views/timeline/timeline-text.ts';
import Timeline from '../../../../renderer/views/timeline/Timeline.svelte';
import { formatMoment } from '../../../../words/format.ts';
import { words } from '../../../../words/words.ts';
import { noon } from '../../../support/samples/moments.ts';
import { anInboxEntry } from '../../../support/samples/inbox-entries.ts';
import { aProblem } from '../../../support/samples/problems.ts';
import { aRow } from '../../../support/samples/rows.ts';
import { aSnapshot } from '../../../support/samples/snapshots.ts';
import { accepted, createFakeBridge } from '../../support/fake-bridge.ts';

const { timeline: said, outcomes, problems, muting, inbox } = words.en;
const ended = aRow(1, { outcome: 'failed', endedAt: noon - 60_000 });
type NoticeLine = Extract<TimelineLine, { kind: 'notice' }>;
const notice = (
  fate: Exclude<NoticeFate, { kind: 'recorded' | 'showing' }>,
  at = noon,
  parts: Partial<NoticeLine> = {},
) => ({ kind: 'notice', at, notice: 'a1:drama/1#1.1', about: 'import', fate, ...parts }) as const;
const shown = { kind: 'shown', by: 'electron', at: noon } as const;
const watching: Health = { kind: 'idle', answeredAt: null, quiet: null };
const soon = noon + 5_000;
const time = (at: number) => formatMoment(at, noon, 'en');
const whys = (...lines: TimelineLine[]) => whysOf(lines, ended, null, noon, 'en');

it.each<[TimelineLine, string, string | null]>([
  [{ kind: 'added', at: noon }, said.added, null],
  [{ kind: 'status', at: noon, status: 'FAILED', outcome: 'failed', text: 'why' }, outcomes.failed, 'why'],
  [
    { kind: 'problem', at: noon, problem: 'service', until: noon + 180_000 },
    said.problem(problems.service.short, '3 min'),
    null,
  ],
  [
    { kind: 'problem', at: noon, problem: 'service', until: null },
    said.problemSince(problems.service.short),
    null,
  ],
  [notice({ kind: 'held', reason: 'turned-off', at: noon }), inbox.held['turned-off'], null],
  [
    { kind: 'muted', at: noon, of: 'group', mute: { kind: 'until-it-ends' } },
    muting.untilEnd.group,
    muting.withGroup,
  ],
  [{ kind: 'muted', at: noon, of: 'watch', mute: null }, said.unmuted, null],
])('says what happened: %o', (line, text, more) => {
  expect(lineText(line, noon, 'en')).toMatchObject({ text, more });
});

it.each([
  ['was told', [notice(shown)], said.toldAt(time(noon)), said.because.import],
  [
    'was told as the first failure of its group',
    [notice(shown, noon, { about: 'group-failure' })],
    said.toldAt(time(noon)),
    said.because['group-failure'],
  ],
  [
    'was told afterwards',
    [notice({ kind: 'postponed', reason: 'quiet-hours' }, noon - 600_000), notice(shown)],
    said.toldAt(time(noon)),
    said.afterwards['quiet-hours'](time(noon - 600_000)),
  ],
  ['is to be told', [notice({ kind: 'postponed', reason: 'muted' })], said.notToldYet, said.waits.muted],
  [
    'was told with its group',
    [notice({ kind: 'held', reason: 'told-with-group', at: noon })],
    said.notTold,
    said.held['told-with-group'],
  ],
  ['was over at the first look', [], said.notTold, said.wasOver],
] as const)('says why, where it %s', (_what, lines, question, answer) => {
  expect(whys(...lines)).toEqual([{ question, answer }]);
});

it('answers for each notice', () => {
  const late = notice(shown, noon - 1_000, { notice: 'a1:drama/1#1.1:late', about: 'late' });
  expect(whys(late, notice(shown)).map(({ answer }) => answer)).toEqual([
    said.because.late,
    said.because.import,
  ]);
});

it('says what comes next of what is in progress only', () => {
  const next = (parts: Partial<Row>, health: Health = watching) =>
    nextText(aRow(1, parts), health, noon, 'en');
  expect(next({ nextAskAt: noon + 5_000 })).toBe(said.nextCheck('5 s'));
  expect(next({ asking: true })).toBe(said.checking);
  expect(next({ endedAt: noon, nextAskAt: null })).toBeNull();
});

it.each<[string, Partial<Row>, Health]>([
  ['waits its turn', { nextAskAt: noon - 5_000 }, watching],
  ['is paused', { nextAskAt: soon }, { kind: 'paused', until: noon + 3_600_000 }],
  [
    'is offline',
    { nextAskAt: soon },
    { kind: 'unknown', problem: null, since: noon, answeredAt: null, nextAt: null },
  ],
  ['has no key', { nextAskAt: soon }, { kind: 'key-missing', account: aRow(1).account }],
  ['has an account in trouble', { nextAskAt: soon, problem: aProblem('credentials') }, watching],
  ['has lost its account', { nextAskAt: soon, problem: aProblem('account-gone') }, watching],
])('promises no check of what %s', (_what, parts, health) => {
  expect(nextText(aRow(1, parts), health, noon, 'en')).toBeNull();
});

it('promises the next check of one in trouble of its own', () => {
  const row = aRow(1, { nextAskAt: soon, problem: aProblem('not-found') });
  expect(nextText(row, watching, noon, 'en')).toBe(said.nextCheck('5 s'));
});

it.each([
  [{ kind: 'recorded' }, ended, said.notToldYet, said.isOnItsWay],
  [{ kind: 'showing', receipt: '1-1' }, ended, said.notToldYet, said.isOnItsWay],
  [null, { ...ended, outcome: 'gone' }, said.notTold, said.wasNeverThere],
] as const)('says what is not in the timeline yet: %o', (fate, row, question, answer) => {
  const newest: InboxEntry | null = fate === null ? null : anInboxEntry('ep01.mov', { fate });
  expect(whysOf([], row, newest, noon, 'en')).toEqual([{ question, answer }]);
});

it('answers for two notices of one minute', async () => {
  const group = notice(shown, noon, { notice: 'group:g', about: 'group-done' });
  const { bridge } = createFakeBridge({ timeline: () => accepted([notice(shown), group]) });
  render(Timeline, {
    session: createSession(bridge, aSnapshot({ rows: [ended] }), () => noon),
    bridge,
    row: ended,
  });
  expect(await screen.findByText(said.because['group-done'])).toBeTruthy();
  expect(screen.getAllByText(said.toldAt(time(noon)))).toHaveLength(2);
});

it('is asked for anew when the row changes, and shows no other row’s', async () => {
  const rows = [aRow(1), aRow(2)];
  let told: readonly TimelineLine[] = [{ kind: 'added', at: noon }];
  const { bridge, asked } = createFakeBridge({ timeline: () => accepted(told) });
  const session = createSession(bridge, aSnapshot({ rows }), () => noon);
  const { rerender } = render(Timeline, { session, bridge, row: rows[0]! });
  expect(await screen.findByText(said.added)).toBeTruthy();
  told = [{ kind: 'status', at: noon, status: 'FAILED', outcome: 'failed', text: null }];
  await rerender({ session, bridge, row: { ...rows[0]!, outcome: 'failed' } });
  expect(await screen.findByText(outcomes.failed)).toBeTruthy();
  await tick();
  expect(asked('timeline')).toEqual([{ watch: rows[0]!.id }, { watch: rows[0]!.id }]);
});
