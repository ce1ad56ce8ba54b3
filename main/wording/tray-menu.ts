import { countOf, formatDuration, formatMoment } from '../../words/format.ts';
import { problemText } from '../../words/problem-text.ts';
import { shortenName } from '../../words/shorten.ts';
import { updateText } from '../../words/update-text.ts';
import { warningText } from '../../words/warning-text.ts';
import { sharedWords } from '../../words/shared-words.ts';
import { trayWords } from '../../words/tray-words.ts';
import type { Language, UpdateAct, UpdateState, Warning } from '../contract.ts';
import type { WatchId } from '../model/asset.ts';
import type { Health, Row } from '../model/view.ts';

export type TrayAction =
  | { readonly kind: 'show-row'; readonly watch: WatchId }
  | { readonly kind: 'update'; readonly act: UpdateAct }
  | {
      readonly kind:
        'open' | 'open-account' | 'check-now' | 'pause-hour' | 'pause-tomorrow' | 'resume' | 'quit';
    };

/** An item of the tray's menu, as data. */
export type TrayMenuItem =
  | { readonly kind: 'separator' }
  | { readonly kind: 'label'; readonly label: string }
  | { readonly kind: 'item'; readonly label: string; readonly enabled: boolean; readonly action: TrayAction };

export interface TrayMenuState {
  /** Only the rows that the menu shows: see `newestOf`. */
  readonly importing: readonly Row[];
  readonly ended: readonly Row[];
  readonly health: Health;
  /** Files of which the person is asked whether they were registered. */
  readonly inDoubt: number;
  /** Those that need the person. */
  readonly warnings: readonly Warning[];
  /** Null where the package names no feed. */
  readonly update: UpdateState | null;
}

/** A menu on a small screen has room for about twenty items. */
const mostImporting = 8;
const mostEnded = 5;
const nameLength = 44;

/** The newest that the menu has room for, in one pass: the watchlist may be long, and this is done at each change. */
export function newestOf<Item extends Pick<Row, 'startedAt' | 'endedAt'>>(
  all: Iterable<Item>,
): { readonly importing: readonly Item[]; readonly ended: readonly Item[] } {
  const importing: Item[] = [];
  const ended: Item[] = [];
  for (const item of all) {
    if (item.endedAt === null) keepNewest(importing, item, ({ startedAt }) => startedAt, mostImporting);
    else keepNewest(ended, item, ({ endedAt }) => endedAt ?? 0, mostEnded);
  }
  return { importing, ended };
}

function keepNewest<Item>(kept: Item[], item: Item, timeOf: (item: Item) => number, most: number): void {
  const place = kept.findIndex((other) => timeOf(other) < timeOf(item));
  if (place < 0 && kept.length === most) return;
  kept.splice(place < 0 ? kept.length : place, 0, item);
  kept.length = Math.min(kept.length, most);
}

/** Health in which a check could not be sent anyway. */
const cannotCheck: ReadonlySet<Health['kind']> = new Set(['no-account', 'key-missing', 'paused']);

/** The tray's menu. A click is not told by every Linux panel, so all that a person needs stands here. */
export function trayMenuOf(state: TrayMenuState, now: number, language: Language): readonly TrayMenuItem[] {
  const tray = trayWords[language];
  const { health } = state;
  return [
    // What to do about it is a sentence or two, which the window has room for.
    ...state.warnings.flatMap((warning) =>
      withSeparator([actionItem(warningText(warning, language).title, 'open')]),
    ),
    ...withSeparator(
      state.inDoubt > 0 ? [actionItem(tray.inDoubt(countOf(state.inDoubt, language)), 'open')] : [],
    ),
    ...withSeparator(healthItems(health, now, language)),
    ...withSeparator(state.importing.map((row) => rowItem(row, now, language))),
    ...withSeparator(state.ended.map((row) => rowItem(row, now, language))),
    actionItem(tray.checkNow, 'check-now', !cannotCheck.has(health.kind)),
    ...(health.kind === 'paused'
      ? [actionItem(tray.resume, 'resume')]
      : [actionItem(tray.pauseHour, 'pause-hour'), actionItem(tray.pauseTomorrow, 'pause-tomorrow')]),
    { kind: 'separator' },
    ...updateItems(state.update, now, language),
    actionItem(tray.open, 'open'),
    actionItem(tray.quit, 'quit'),
  ];
}

/** What is wrong, if anything: where the person learns what to do about it, or since when nothing fresh is known. */
function healthItems(health: Health, now: number, language: Language): readonly TrayMenuItem[] {
  const { shell } = sharedWords[language];
  const tray = trayWords[language];
  switch (health.kind) {
    case 'needs-you':
      return [
        { kind: 'label', label: problemText(health.problem, language).title },
        actionItem(tray.openAccount, 'open-account'),
      ];
    case 'no-account':
      return [actionItem(tray.noAccount, 'open-account')];
    case 'key-missing':
      return [actionItem(tray.keyMissing, 'open-account')];
    case 'unknown': {
      const since = formatMoment(health.since, now, language);
      const { problem } = health;
      const said = problem && shell.since(problemText(problem, language).title, since);
      return [{ kind: 'label', label: said ?? shell.offlineSince(since) }];
    }
    case 'paused':
    case 'idle':
    case 'watching':
      return [];
  }
}

/** Only what waits for the person: the menu is for the imports. */
function updateItems(update: UpdateState | null, now: number, language: Language): readonly TrayMenuItem[] {
  const next = update && updateText(update, now, language).next;
  if (next === null || next.act === 'look') return [];
  const { act, label } = next;
  return [{ kind: 'item', label, enabled: true, action: { kind: 'update', act } }];
}

function actionItem(
  label: string,
  kind: Exclude<TrayAction['kind'], 'show-row' | 'update'>,
  enabled = true,
): TrayMenuItem {
  return { kind: 'item', label, enabled, action: { kind } };
}

function rowItem(row: Row, now: number, language: Language): TrayMenuItem {
  const { outcomes } = sharedWords[language];
  const name = shortenName(row.label ?? row.fileName ?? String(row.reference.assetId), nameLength);
  const when =
    row.endedAt === null
      ? minutesSince(row.startedAt, now, language)
      : formatMoment(row.endedAt, now, language);
  const label = [outcomes[row.outcome], name, when].filter(Boolean).join('  ');
  return { kind: 'item', label, enabled: true, action: { kind: 'show-row', watch: row.id } };
}

/** Empty before the first is over. A menu whose seconds count would be sent to the panel anew each second. */
function minutesSince(startedAt: number, now: number, language: Language): string {
  const minutes = Math.floor((now - startedAt) / 60_000);
  return minutes < 1 ? '' : formatDuration(minutes * 60_000, language);
}

function withSeparator(items: readonly TrayMenuItem[]): readonly TrayMenuItem[] {
  return items.length === 0 ? [] : [...items, { kind: 'separator' }];
}
