import { lstatSync, mkdirSync, readdirSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startAlone, type StartPorts } from '../../../main/app/start-alone.ts';
import { dialogWords } from '../../../words/dialog-words.ts';
import { createInstanceLock, createLockOfWindows } from '../../stand-in/rooms/instance-lock.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** One start in a folder, with the lock as Chromium keeps it. `answer`: the button that is pressed, the first agrees. */
async function start({
  link,
  temporary = tmpdir(),
  platform = 'linux',
  answer = 1,
  language = 'en-US',
}: Start) {
  const folder = temporaryFolder();
  const path = join(folder, 'SingletonLock');
  if (link === 'a file') writeFileSync(path, 'a file');
  else if (link !== undefined) symlinkSync(link, path);
  mkdirSync(join(folder, 'calls'));
  symlinkSync(join(folder, 'calls'), join(folder, 'SingletonSocket'));
  vi.stubEnv('TMPDIR', temporary);
  const lock = createInstanceLock(() => undefined);
  const ended = Promise.withResolvers<string>();
  const [showMessageBox, showErrorBox] = [vi.fn(), vi.fn()];
  showMessageBox.mockResolvedValue({ response: answer, checkboxChecked: false });
  const app = {
    name: 'Import Watch',
    getPath: (which: string) => (which === 'temp' ? temporary : folder),
    getPreferredSystemLanguages: () => [language],
    on: vi.fn(),
    requestSingleInstanceLock: () => lock.request(folder),
    whenReady: () => Promise.resolve(),
    quit: () => ended.resolve('quit'),
    exit: (code: number) => ended.resolve(`exit ${code}`),
  };
  const dialog = { showMessageBox, showErrorBox, showOpenDialog: vi.fn(), showSaveDialog: vi.fn() };
  startAlone({ app, dialog, platform }, () => Promise.resolve(ended.resolve('runs')));
  const end = await ended.promise;
  const holder = lstatSync(path).isSymbolicLink() ? readlinkSync(path) : null;
  lock.release();
  vi.unstubAllEnvs();
  return {
    end,
    holder,
    folder,
    asked: showMessageBox.mock.calls.flat() as object[],
    told: showErrorBox.mock.calls,
  };
}

interface Start {
  readonly link?: string;
  readonly temporary?: string;
  readonly platform?: NodeJS.Platform;
  readonly answer?: number;
  readonly language?: string;
}

const elsewhere = 'office-pc.local-4711';
const here = `${hostname()}-${process.pid}`;

it('runs where nobody has the lock, and where a run of this computer left it', async () => {
  expect(await start({})).toMatchObject({ end: 'runs', holder: here });
  // Above what Linux gives to a process.
  expect(await start({ link: `${hostname()}-4194305` })).toMatchObject({ end: 'runs', holder: here });
});

it('leaves without a word where another run has the lock, which is called', async () => {
  const other = `${hostname()}-${process.ppid}`;
  const { end, holder, asked, told, folder } = await start({ link: other });
  expect({ end, holder, asked, told }).toEqual({ end: 'quit', holder: other, asked: [], told: [] });
  expect(readdirSync(join(folder, 'calls'))).toEqual([`${process.pid}.call`]);
});

it('asks before it starts where a run of another computer left the lock, and takes it over', async () => {
  const { question, detail, yes } = dialogWords.en['runs-elsewhere'];
  expect(await start({ link: elsewhere, answer: 0 })).toMatchObject({
    end: 'runs',
    holder: here,
    told: [],
    asked: [
      {
        message: question('office-pc.local'),
        detail,
        buttons: [yes, dialogWords.en.cancel],
        defaultId: 1,
        cancelId: 1,
      },
    ],
  });
});

it('leaves the lock of another computer where the person does not agree', async () => {
  expect(await start({ link: elsewhere })).toMatchObject({ end: 'quit', holder: elsewhere, told: [] });
});

it('says where no lock can be made, instead of leaving without a word', async () => {
  const temporary = join(tmpdir(), 'no such folder');
  for (const found of [{}, { link: 'a file' }, { link: elsewhere, answer: 0 }]) {
    const { end, told, folder } = await start({ ...found, temporary, language: 'ko-KR' });
    expect(end).toBe('exit 1');
    expect(told).toEqual([['Import Watch', dialogWords.ko.noLock(folder, temporary)]]);
  }
});

describe('on Windows', () => {
  afterEach(() => void vi.useRealTimers());

  function computerOf({ folder = temporaryFolder(), hearsAfterMs = 10 } = {}) {
    const windows = new Map<string, () => void>();
    /** One start in a session. */
    function startIn(session: string) {
      const [ended, heard] = [vi.fn<(end: string) => void>(), vi.fn()];
      const lock = createLockOfWindows(windows, session, () => {
        heard();
        for (const [, listener] of app.on.mock.calls) setTimeout(listener as () => void, hearsAfterMs);
      });
      const app = {
        name: 'Import Watch',
        on: vi.fn(),
        getPath: (which: string) => (which === 'temp' ? tmpdir() : folder),
        getPreferredSystemLanguages: () => ['en-US'],
        requestSingleInstanceLock: () => lock.request(folder),
        whenReady: () => Promise.resolve(),
        quit: () => ended('quit'),
        exit: (code: number) => ended(`exit ${code}`),
      };
      const dialog = {
        ...{ showMessageBox: vi.fn(), showErrorBox: vi.fn() },
        ...{ showOpenDialog: vi.fn(), showSaveDialog: vi.fn() },
      };
      const run = () => Promise.resolve(ended('runs'));
      startAlone({ app: app as unknown as StartPorts['app'], dialog, platform: 'win32' }, run);
      return { ended, heard, lock, told: dialog.showErrorBox, asked: dialog.showMessageBox };
    }
    vi.useFakeTimers();
    return { folder, startIn };
  }
  const end = async ({ ended }: { readonly ended: ReturnType<typeof vi.fn> }) => {
    await vi.advanceTimersByTimeAsync(20_000);
    return ended.mock.calls.flat();
  };

  it('leaves without a word where the run that has the lock was called, and answers, at each call', async () => {
    const { startIn } = computerOf();
    const first = startIn('Console');
    expect(await end(first)).toEqual(['runs']);
    for (const calls of [1, 2]) {
      const next = startIn('Console');
      await vi.advanceTimersByTimeAsync(200);
      expect(next.ended.mock.calls).toEqual([['quit']]);
      expect([first.heard.mock.calls.length, next.told.mock.calls]).toEqual([calls, []]);
    }
  });

  it('leaves without a word also where the other run answers late, because it has just started', async () => {
    const { startIn } = computerOf({ hearsAfterMs: 5_000 });
    startIn('Console');
    const next = startIn('Console');
    expect(await end(next)).toEqual(['quit']);
    expect(next.told).not.toHaveBeenCalled();
  });

  it('names the other session where the run that has the lock is out of reach there', async () => {
    const { startIn } = computerOf();
    startIn('Console');
    const other = startIn('RDP-Tcp#3');
    expect(await end(other)).toEqual(['exit 1']);
    expect(other.told.mock.calls).toEqual([['Import Watch', dialogWords.en.otherSession]]);
  });

  it('names the other computer with the same folder, and takes nothing over', async () => {
    const { startIn, folder } = computerOf();
    writeFileSync(join(folder, 'lockfile'), '');
    writeFileSync(join(folder, 'running'), 'office-pc\u202e\n1\n');
    const other = startIn('Console');
    expect(await end(other)).toEqual(['exit 1']);
    expect(other.told.mock.calls).toEqual([
      ['Import Watch', dialogWords.en.otherComputer('office-pc\\u{202e}')],
    ]);
    expect(other.asked).not.toHaveBeenCalled();
    expect(readdirSync(folder).sort()).toEqual(['lockfile', 'running']);
  });

  it('says where no lock can be made', async () => {
    const missing = join(temporaryFolder(), 'missing');
    const only = computerOf({ folder: missing }).startIn('Console');
    expect(await end(only)).toEqual(['exit 1']);
    expect(only.told.mock.calls).toEqual([['Import Watch', dialogWords.en.noLock(missing, tmpdir())]]);
  });

  it('runs where the run that had the lock ends meanwhile', async () => {
    const { startIn } = computerOf();
    const first = startIn('Console');
    const next = startIn('RDP-Tcp#3');
    await vi.advanceTimersByTimeAsync(3_000);
    first.lock.release();
    expect(await end(next)).toEqual(['runs']);
    expect(next.told).not.toHaveBeenCalled();
  });
});
