import { beforeEach, describe, expect, test } from 'vitest';
import { createHelp } from '../../../../main/app/help/help.ts';
import { createProblemHistory } from '../../../../main/app/help/problem-history.ts';
import { thisComputer } from '../../../../main/app/help/this-computer.ts';
import { createSecretRegister } from '../../../../main/adapters/log/redact.ts';
import { asItComes, defaultSettings, type Snapshot } from '../../../../main/contract.ts';
import { withoutResponse, type Problem } from '../../../../main/model/problem.ts';

const secret = 'CANARYSECRET0000000000000000000000000009';
/** In every place where a person, a file or the service can put a text. */
const planted = {
  account: 'Planted Account',
  address: 'https://planted-address.example',
  workspace: 'planted-workspace',
  label: 'planted label',
  fileName: 'planted_ep01.mov',
  project: 'planted project',
  group: 'planted group',
  message: 'planted message',
  code: 'planted-code',
  status: 'PLANTED_STATUS',
  ending: 'PLNT',
};
const everything = Object.values(planted).join('|');
const reference = { workspace: planted.workspace, projectId: 777_001, assetId: 777_002 };

const problem = (kind: Problem['kind'], at: number, more: Partial<Problem> = {}): Problem => ({
  ...{ kind, ...withoutResponse, at },
  ...{ code: planted.code, message: `${planted.message} with ${secret}`, traceId: planted.message },
  ...more,
});

const row: Snapshot['rows'][number] = {
  ...{ id: `a1:${planted.workspace}/777002`, account: 'a1', reference, group: null },
  ...{ label: planted.label, fileName: planted.fileName, status: planted.status, text: planted.message },
  ...{ addedAt: 1, startedAt: 1, endedAt: null, isHandled: false, metaData: null, outcome: 'unknown' },
  ...{ knownAt: 1, problem: problem('unreadable', 5_000, { httpStatus: 200, code: '4040' }) },
  ...{ asking: false, nextAskAt: null, usual: null, isLate: false, mute: null },
};
const follow: Snapshot['follows'][number] = {
  ...{ id: `a1:${planted.workspace}/projects/777001`, account: 'a1', workspace: planted.workspace },
  ...{ projectId: 777_001, projectName: planted.project, runningListed: 'no', lookedAt: 1, nextLookAt: 2 },
  ...{ isFirstLook: false, importing: 1, known: 2, waiting: 0, problem: problem('permission', 6_000) },
  mute: null,
};
const notice: Snapshot['inbox'][number] = {
  ...{ about: 'import', key: `a1:${planted.workspace}/777002#1.1`, at: 1, read: false },
  ...{ watch: row.id, reference, name: planted.fileName, status: planted.status, text: planted.message },
  ...{ metaData: null, outcome: 'unknown' },
  fate: { kind: 'not-shown', reasons: [{ by: 'node-notifier', reason: 'no-session-bus' }], at: 1 },
};
const troubles = { a1: problem('credentials', 7_000, { httpStatus: 401, code: '200' }) };
const snapshot: Snapshot = {
  ...{ version: '1.2.3', platform: 'linux', language: 'ko', demo: false, settings: defaultSettings },
  accounts: [
    {
      ...{ id: 'a1', name: planted.account, accessKeyEnding: planted.ending, apiUrl: planted.address },
      ...{ storage: 'keyring', keyringMissing: false, mayRegister: false, workspaces: [planted.workspace] },
    },
  ],
  ...{
    troubles,
    hooks: [],
    foundKeys: [{ source: 'environment', accessKeyEnding: planted.ending }],
    unusableKeys: [],
  },
  ...{ follows: [follow], rows: [row], inbox: [notice, { ...notice, key: 'another' }] },
  wishes: [],
  groups: [
    {
      ...{ id: 'g1', name: planted.group, tell: { allDone: true, firstFailure: false }, eachAsset: false },
      ...{ createdAt: 1, importing: 1, completed: 0, failed: 0 },
    } as Snapshot['groups'][number],
  ],
  counts: { all: 1, importing: 1, completed: 0, failed: 0, unreadFailures: 0, unread: 2, inDoubt: 0 },
  health: { kind: 'needs-you', account: 'a1', problem: troubles.a1 },
  arrangement: asItComes,
  quiet: null,
  pausedUntil: null,
  isWhole: true,
  update: null,
  warnings: [
    { kind: 'went-wrong', reason: `${planted.fileName} ${secret}` },
    { kind: 'cannot-save', fault: 'disk-full' },
  ],
  lastNotifier: null,
  wanted: null,
};

let copied = '';
const clipboard = {
  readText: () => Promise.resolve(copied),
  writeText: (text: string) => {
    copied = text;
    return Promise.resolve();
  },
};

function help() {
  const secrets = createSecretRegister();
  secrets.guard(secret);
  const problems = createProblemHistory();
  problems.note(snapshot);
  problems.noteFault(new TypeError(`${planted.fileName} ${secret}`), 8_000);
  const { computer } = thisComputer({
    app: { isPackaged: false, getAppPath: () => '/', commandLine: { hasSwitch: () => false } as never },
    shell: { openPath: () => Promise.resolve('') },
    safeStorage: { getSelectedStorageBackend: () => 'gnome_libsecret' },
    environment: { XDG_CURRENT_DESKTOP: `${planted.label}; ${secret}`, XDG_SESSION_TYPE: 'wayland' },
    ...{ platform: 'linux', folder: '/', appImage: null },
  });
  return createHelp({
    ...{ now: () => 9_000, clipboard, snapshot: () => snapshot, computer, problems: problems.newest },
    ...{ redact: secrets.redact, openLogFolder: () => Promise.resolve(true), program: '', words: [] },
    noticesFile: '',
  });
}

async function textOf(names: boolean): Promise<string> {
  return (await help().makeReport({ names })).text;
}

beforeEach(() => {
  copied = '';
});

describe('the report', () => {
  test('says what helps', async () => {
    const text = await textOf(false);
    for (const line of [
      'Import Watch 1.2.3, 1970-01-01T00:00:09Z',
      'keyring: gnome_libsecret',
      'desktop: not known',
      'session: wayland',
      'floorMs: 5000',
      '1: key keyring, another address, credentials',
      'imports: 1',
      'not shown: node-notifier no-session-bus: 2',
      'warning: cannot-save, disk-full',
      '1970-01-01T00:00:08Z: app, TypeError',
      '1970-01-01T00:00:07Z: account, credentials, HTTP 401, code 200',
      '1970-01-01T00:00:06Z: project, permission, code not a number',
      '1970-01-01T00:00:05Z: import, unreadable, HTTP 200, code 4040',
    ])
      expect(text.split('\n')).toContain(line);
  });

  test('has no name in it and no text that came from elsewhere', async () => {
    expect(await textOf(false)).not.toMatch(new RegExp(`${everything}|777`, 'i'));
  });

  test('has the names where the person wants them, and a key in no case', async () => {
    const text = await textOf(true);
    const { ending, group, ...named } = planted;
    for (const name of Object.values(named)) expect(text).toContain(name);
    for (const each of [text, await textOf(false)]) {
      expect(each).not.toContain(secret);
      expect(each).not.toContain(ending);
    }
    expect(text).not.toContain(group);
  });

  test('is copied as it was shown', async () => {
    const one = help();
    await one.makeReport({ names: true });
    const { text } = await one.makeReport({ names: false });
    await one.copyReport(undefined);
    expect(copied).toBe(text);
  });
});

describe('the problems of a run', () => {
  test('are the newest fifty, and the same again is counted', () => {
    const history = createProblemHistory();
    const note = (account: string, at: number) =>
      history.note({ troubles: { [account]: problem('offline', at) } });
    for (let at = 1; at <= 60; at += 1) note(`a${at}`, at);
    // Told twice, because something else changed as well.
    for (const at of [100, 100, 101]) note('a60', at);
    const newest = history.newest();
    expect(newest).toHaveLength(50);
    expect(newest[0]).toMatchObject({ count: 3, from: 60, to: 101 });
    expect(newest.at(-1)).toMatchObject({ from: 11 });
  });
});
