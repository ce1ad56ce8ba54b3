import { basename } from 'node:path';
import type { InboxEntry, RequestOf, ResponseOf } from '../contract.ts';
import { csvOf } from './csv.ts';
import {
  exportedNotice,
  exportedWatch,
  historyColumns,
  watchlistColumns,
  type ExportableRow,
} from './exported-rows.ts';

type Wanted = RequestOf<'exportList'>;

export interface ExportPorts {
  readonly rows: () => readonly ExportableRow[];
  readonly inbox: () => readonly InboxEntry[];
  /** Asks the person for a path; null if they changed their mind. */
  readonly askWhere: (fileName: string, wanted: Wanted) => Promise<string | null>;
  /** Rejects with a refusal that says why the file could not be written. */
  readonly write: (path: string, text: string) => Promise<void>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Writes the watchlist or the history to a file that the person chooses. */
export async function exportList(wanted: Wanted, ports: ExportPorts): Promise<ResponseOf<'exportList'>> {
  const name = `import-watch-${wanted.list}-${dayOf(ports.now())}.${wanted.format}`;
  const path = await ports.askWhere(name, wanted);
  if (path === null) return { fileName: null };
  await ports.write(path, textOf(wanted, ports));
  return { fileName: basename(path) };
}

function textOf({ list, format }: Wanted, { rows, inbox }: ExportPorts): string {
  if (list === 'watchlist') {
    const watches = rows().map(exportedWatch);
    return format === 'csv' ? csvOf(watchlistColumns, watches) : jsonOf(watches);
  }
  const notices = inbox().map(exportedNotice);
  return format === 'csv' ? csvOf(historyColumns, notices) : jsonOf(notices);
}

/** One entry per line: half as long as indented JSON, and fit for line-based tools. */
function jsonOf(entries: readonly unknown[]): string {
  return `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`;
}

/** The local date, such as `2026-11-24`. */
function dayOf(at: number): string {
  const day = new Date(at);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
