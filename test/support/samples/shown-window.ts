import {
  defaultSettings,
  type DeliveryCard,
  type DeliveryFault,
  type HookCard,
  type InboxEntry,
  type Language,
  type Row,
  type Snapshot,
  type TimelineLine,
} from '../../../main/contract.ts';
import { someCounts } from './counts.ts';
import { aGroup } from './groups.ts';
import { anInboxEntry } from './inbox-entries.ts';
import { noon } from './moments.ts';
import { aProblem } from './problems.ts';
import { aRow } from './rows.ts';
import { aSnapshot, anAccount } from './snapshots.ts';

const minute = 60_000;
const usual = { fromMs: 12 * minute, toMs: 18 * minute };
const metaData = { resolution: '1920x1080', durationMs: 3_731_000, size: 8_400_000_000, format: 'mov' };
const ended = (minutesAgo: number) => ({
  startedAt: noon - 90 * minute,
  endedAt: noon - minutesAgo * minute,
});

/** A row of each look, the newest first. */
const rows: readonly Row[] = [
  aRow(5001, { fileName: 'autumn_ep01_master.mov', usual, nextAskAt: noon + 6_000 }),
  aRow(5002, { fileName: 'autumn_ep02_master.mov', usual, isLate: true, startedAt: noon - 40 * minute }),
  aRow(5012, {
    ...{ usual, startedAt: noon - 14 * minute },
    mute: { kind: 'until', at: noon + 60 * minute, isLength: true, of: 'watch', id: 'a1:drama/5012' },
  }),
  aRow(5003, { fileName: 'autumn_ep03_a_name_that_is_much_longer_than_the_row_is_wide_final_v2.mov' }),
  aRow(5004, { fileName: null, outcome: 'waiting', status: null, knownAt: null }),
  aRow(5005, { problem: aProblem('unreadable'), knownAt: noon - 3 * minute }),
  aRow(5006, { outcome: 'failed', status: 'FAILED', text: 'Upload failed', ...ended(5) }),
  aRow(5007, { outcome: 'not-valid', status: 'INVALID_METADATA', ...ended(12) }),
  aRow(5008, { outcome: 'file-not-there', status: 'FILE_NOT_EXIST', isHandled: true, ...ended(31) }),
  aRow(5009, { outcome: 'completed', status: 'COMPLETED', metaData, group: 'g1', ...ended(33) }),
  aRow(5010, { outcome: 'completed', status: 'COMPLETED', group: 'g1', label: 'Trailer', ...ended(60) }),
  aRow(5011, { outcome: 'gone', status: 'COMPLETED', ...ended(70) }),
];

const inbox: readonly InboxEntry[] = [
  anInboxEntry('ep5006.mov', {
    outcome: 'failed',
    status: 'FAILED',
    text: 'Upload failed',
    at: noon - 5 * minute,
  }),
  anInboxEntry('ep5007.mov', { outcome: 'not-valid', status: 'INVALID_METADATA', at: noon - 12 * minute }),
  anInboxEntry('ep5009.mov', { metaData, at: noon - 33 * minute, read: true }),
  anInboxEntry('ep5010.mov', {
    at: noon - 60 * minute,
    read: true,
    fate: { kind: 'held', reason: 'turned-off', at: noon - 60 * minute },
  }),
];

/** A program that ran, and a webhook that is not there. */
const hooks: readonly HookCard[] = [
  {
    ...{ id: 'h1', scope: { kind: 'account', account: 'a1' }, events: ['completed', 'failed'] },
    scopeName: anAccount.name,
    target: { kind: 'program', path: '/home/editor/after-import.sh' },
    last: aDelivery('after-import.sh', null),
  },
  {
    ...{ id: 'h2', scope: { kind: 'group', group: 'g1' }, events: ['all-done'] },
    scopeName: 'Autumn drama',
    target: { kind: 'webhook', origin: 'https://hooks.example.com', shape: 'slack' },
    last: aDelivery('https://hooks.example.com', 'no-answer'),
  },
];

function aDelivery(to: string, fault: DeliveryFault | null): DeliveryCard {
  const at = noon - 33 * minute;
  return {
    ...{ id: to, event: 'completed', to, at, tries: 1 },
    fate: fault === null ? { kind: 'done' } : { kind: 'waiting', nextAt: noon + 10 * minute },
    last: { fault, figure: null, detail: null, at },
  };
}

/** A window with something of all that it can show, at noon. */
export function aShownWindow(language: Language): Snapshot {
  return aSnapshot({
    language,
    rows,
    inbox,
    groups: [
      aGroup('g1', {
        ...{ name: 'Autumn drama', importing: 0, completed: 2 },
        mute: { kind: 'until', at: noon + 60 * minute, isLength: true },
      }),
    ],
    accounts: [{ ...anAccount, mayRegister: true }],
    hooks,
    settings: { ...defaultSettings, openShortcut: 'Control+Shift+I' },
    counts: someCounts({ all: 12, importing: 5, completed: 2, failed: 4, unread: 2, unreadFailures: 2 }),
    health: {
      kind: 'watching',
      isSlowed: true,
      scarce: [],
      answeredAt: noon - 4_000,
      nextAt: noon + 6_000,
      quiet: null,
    },
    foundKeys: [{ source: 'environment', accessKeyEnding: '4711' }],
    lastNotifier: 'node-notifier',
  });
}

/** Of an import that failed in quiet hours. */
export const aTimeline: readonly TimelineLine[] = [
  { kind: 'added', at: noon - 90 * minute },
  { kind: 'status', at: noon - 90 * minute, status: 'IN_PROGRESS', outcome: 'importing', text: null },
  { kind: 'problem', at: noon - 40 * minute, problem: 'service', until: noon - 37 * minute },
  { kind: 'status', at: noon - 12 * minute, status: 'FAILED', outcome: 'failed', text: 'Upload failed' },
  {
    ...{ kind: 'notice', at: noon - 12 * minute, notice: 'k', about: 'import' },
    fate: { kind: 'postponed', reason: 'quiet-hours' },
  },
  {
    ...{ kind: 'notice', at: noon - 5 * minute, notice: 'k', about: 'import' },
    fate: { kind: 'shown', by: 'node-notifier', at: noon - 5 * minute },
  },
];

/** A window of a first start. */
export function aFirstWindow(language: Language): Snapshot {
  return aSnapshot({ language, accounts: [], health: { kind: 'no-account' } });
}
