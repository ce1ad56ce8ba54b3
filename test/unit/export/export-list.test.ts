import { describe, expect, it, vi } from 'vitest';
import type { InboxEntry } from '../../../main/contract.ts';
import { exportList, type ExportPorts } from '../../../main/export/export-list.ts';
import type { ExportableRow } from '../../../main/export/exported-rows.ts';

const at = Date.UTC(2026, 10, 24, 12);
const reference = { workspace: 'drama', projectId: 1234, assetId: 5678 };
const metaData = { resolution: '1920x1080', durationMs: 61_000, size: 99, format: 'mp4' };

const row: ExportableRow = {
  reference,
  label: '=HYPERLINK("https://example.com")',
  fileName: '가을 1화.mov',
  status: 'COMPLETED',
  text: null,
  metaData,
  addedAt: at,
  startedAt: at,
  endedAt: at + 60_000,
  knownAt: at + 60_000,
  problem: null,
};

const entry: InboxEntry = {
  about: 'import',
  key: 'a1:drama/5678#1.1',
  watch: 'a1:drama/5678',
  reference,
  name: '가을 1화.mov',
  outcome: 'failed',
  status: 'FAILED',
  text: 'codec, unknown',
  metaData: null,
  at,
  fate: { kind: 'not-shown', reasons: [{ by: 'electron', reason: 'not-supported' }], at },
  read: false,
};

function exporting(parts: Partial<ExportPorts> = {}) {
  const write = vi.fn((_path: string, _text: string) => Promise.resolve());
  const askWhere = vi.fn((name: string) => Promise.resolve<string | null>(`/home/someone/${name}`));
  const ports: ExportPorts = {
    rows: () => [row],
    inbox: () => [entry],
    askWhere,
    write,
    now: () => at,
    ...parts,
  };
  return { ports, write, askWhere, written: () => write.mock.calls[0]?.[1] ?? '' };
}

describe('an export', () => {
  it('writes the watchlist as CSV where the person wants it, and tells the window the name alone', async () => {
    const { ports, write, written } = exporting();
    const answer = await exportList({ list: 'watchlist', format: 'csv' }, ports);
    expect(answer).toEqual({ fileName: 'import-watch-watchlist-2026-11-24.csv' });
    expect(write.mock.calls[0]?.[0]).toBe('/home/someone/import-watch-watchlist-2026-11-24.csv');
    expect(written().split('\r\n')).toEqual([
      '\uFEFFworkspace,projectId,assetId,label,fileName,uploadStatus,uploadResult,resolution,durationMs,size,format,addedAt,startedAt,endedAt,knownAt,problem',
      `drama,1234,5678,"'=HYPERLINK(""https://example.com"")",가을 1화.mov,COMPLETED,,1920x1080,61000,99,mp4,2026-11-24T12:00:00.000Z,2026-11-24T12:00:00.000Z,2026-11-24T12:01:00.000Z,2026-11-24T12:01:00.000Z,`,
      '',
    ]);
  });

  it('writes the history as JSON, an entry a line, with what became of each notice', async () => {
    const { ports, written } = exporting();
    await exportList({ list: 'history', format: 'json' }, ports);
    expect(written().split('\n')).toHaveLength(4);
    expect(JSON.parse(written())).toEqual([
      {
        at: '2026-11-24T12:00:00.000Z',
        about: 'import',
        group: null,
        ...reference,
        name: '가을 1화.mov',
        uploadStatus: 'FAILED',
        uploadResult: 'codec, unknown',
        resolution: null,
        durationMs: null,
        size: null,
        format: null,
        completed: null,
        failed: null,
        fate: 'not-shown',
        fateDetail: 'electron: not-supported',
        fateAt: '2026-11-24T12:00:00.000Z',
      },
    ]);
  });

  it('writes the notice of a group with its numbers in the place of an asset', async () => {
    const { about: _about, key, at: noticedAt, fate, read } = entry;
    const group = { group: 'g1', groupName: 'Batch A', completed: 48, failed: 2, gone: 0, failedMembers: [] };
    const done: InboxEntry = { about: 'group-done', key, at: noticedAt, fate, read, ...group };
    const { ports, written } = exporting({ inbox: () => [done] });
    await exportList({ list: 'history', format: 'json' }, ports);
    expect(JSON.parse(written())).toMatchObject([
      { about: 'group-done', group: 'Batch A', completed: 48, failed: 2, assetId: null, uploadStatus: null },
    ]);
  });

  it('of nothing is still a file that can be read', async () => {
    const { ports, written } = exporting({ rows: () => [] });
    await exportList({ list: 'watchlist', format: 'json' }, ports);
    expect(JSON.parse(written())).toEqual([]);
  });

  it('writes nothing where the person closed the dialog', async () => {
    const { ports, write } = exporting({ askWhere: () => Promise.resolve(null) });
    expect(await exportList({ list: 'history', format: 'csv' }, ports)).toEqual({ fileName: null });
    expect(write).not.toHaveBeenCalled();
  });
});
