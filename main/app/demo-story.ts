import type { Change, InboxEntry, NoticeKey, Row, WatchId } from '../contract.ts';
import { referenceText } from '../model/asset.ts';
import { isSettled } from '../model/notice.ts';
import { demoImports } from '../simulator/demo-world.ts';
import { fateText } from './fate-text.ts';

export interface DemoStoryPorts {
  readonly print: (line: string) => void;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Prints a line for each transition and each notice of the demo, and `settled …` once nothing more can happen. */
export function createDemoStory({ print, now }: DemoStoryPorts): (change: Change) => void {
  const rows = new Map<WatchId, Row>();
  const notices = new Map<NoticeKey, InboxEntry>();
  let settled = false;

  const say = (text: string) => print(`${new Date(now()).toISOString().slice(11, 19)}  ${text}`);

  function noteRow(row: Row): void {
    const before = rows.get(row.id)?.outcome;
    rows.set(row.id, row);
    if (before === row.outcome || row.outcome === 'waiting') return;
    say(`${nameOf(row)}  ${before ?? 'waiting'} -> ${row.outcome}${row.text ? `  ${row.text}` : ''}`);
  }

  function noteNotice(entry: InboxEntry): void {
    const before = notices.get(entry.key)?.fate.kind;
    notices.set(entry.key, entry);
    if (before !== entry.fate.kind && isSettled(entry))
      say(`notice  ${subjectOf(entry)}  ${fateText(entry.fate)}`);
  }

  function settle(): void {
    const ended = [...rows.values()].filter(({ endedAt }) => endedAt !== null);
    const told = [...notices.values()];
    // The notice of an end comes in the same change as the end.
    if (ended.length < demoImports || !told.every(isSettled)) return;
    settled = true;
    const completed = ended.filter(({ outcome }) => outcome === 'completed').length;
    const shown = told.filter(({ fate }) => fate.kind === 'shown').length;
    print(
      `settled ${demoImports}: ${completed} completed, ${demoImports - completed} failed, ${shown} notices shown`,
    );
  }

  return (change) => {
    change.rows?.forEach(noteRow);
    change.inbox?.forEach(noteNotice);
    if (!settled) settle();
  };
}

function nameOf({ fileName, reference }: Row): string {
  return fileName ?? referenceText(reference);
}

function subjectOf(entry: InboxEntry): string {
  if ('object' in entry) return `${entry.object}  ${entry.about}`;
  return entry.about === 'group-done'
    ? `${entry.groupName}  done`
    : `${entry.name ?? entry.watch}  ${entry.outcome}`;
}
