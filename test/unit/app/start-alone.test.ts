import { lstatSync, mkdirSync, readdirSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { startAlone } from '../../../main/app/start-alone.ts';
import { dialogWords } from '../../../words/dialog-words.ts';
import { createInstanceLock } from '../../stand-in/rooms/instance-lock.ts';
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

it('takes each refusal on Windows for another run', async () => {
  expect(await start({ link: elsewhere, platform: 'win32' })).toMatchObject({
    end: 'quit',
    told: [],
    asked: [],
  });
});
