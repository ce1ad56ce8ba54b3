import type { BrowserWindow, MessageBoxOptions } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { createDialogs } from '../../../main/app/dialogs.ts';
import { dialogWords } from '../../../words/dialog-words.ts';

const { 'new-host': newHost, cancel } = dialogWords.en;

function dialogsWith(response = 0, window: BrowserWindow | null = null, platform: NodeJS.Platform = 'linux') {
  const shown = vi.fn<(...given: unknown[]) => void>();
  const answers = {
    showMessageBox: (...given: unknown[]) => {
      shown(...given);
      return Promise.resolve({ response, checkboxChecked: false });
    },
    showSaveDialog: (...given: unknown[]) => {
      shown(...given);
      return Promise.resolve({ canceled: true, filePath: '' });
    },
    showOpenDialog: (...given: unknown[]) => {
      shown(...given);
      return Promise.resolve({ canceled: response !== 0, filePaths: ['/opt/tell.sh'] });
    },
  };
  const dialogs = createDialogs({ dialog: answers, over: () => window, language: () => 'en', platform });
  return { dialogs, shown };
}

test('the dialog names the host, and neither Enter nor Escape agrees', async () => {
  const { dialogs, shown } = dialogsWith();
  const origin = 'https://xn--80ak6aa92e.example:8443';
  expect(await dialogs.agree({ kind: 'new-host', about: origin })).toBe(true);
  const options = shown.mock.calls[0]![0] as MessageBoxOptions;
  expect(options.message).toContain(origin);
  expect(options.buttons).toEqual([newHost.yes, cancel]);
  expect([options.defaultId, options.cancelId]).toEqual([1, 1]);
});

test('the dialogs of what is done after an import name the program and the address', async () => {
  const { dialogs, shown } = dialogsWith();
  expect(await dialogs.chooseProgram()).toBe('/opt/tell.sh');
  await dialogs.agree({ kind: 'program', about: '/opt/tell.sh' });
  await dialogs.agree({ kind: 'webhook', about: 'https://hooks.example' });
  const [open, ...messages] = shown.mock.calls.map(([options]) => options as MessageBoxOptions);
  expect(open).not.toHaveProperty('filters');
  expect(messages.map(({ message }) => message)).toEqual([
    dialogWords.en.program.question('/opt/tell.sh'),
    dialogWords.en.webhook.question('https://hooks.example'),
  ]);
});

test.each([
  ['en', ['message', 'name', 'workspace', 'project', 'ID', 'account', 'group']],
  ['ko', ['메시지', '이름', '워크스페이스', '프로젝트', 'ID', '계정', '그룹']],
  ['ja', ['メッセージ', '名前', 'ワークスペース', 'プロジェクト', 'ID', 'アカウント', 'グループ']],
] as const)('the dialog of a webhook names in %s all that is sent there', (language, all) => {
  const { detail } = dialogWords[language].webhook;
  for (const each of all) expect(detail).toContain(each);
});

test('a name from the disk is shown as it is written, and steers nothing that the person reads', async () => {
  const { dialogs, shown } = dialogsWith();
  const planted = 'a\u202e\u2066\u200b\n\u2028b';
  const { program, 'runs-elsewhere': runsElsewhere, weakly, register } = dialogWords.en;
  const seen = 'a\\u{202e}\\u{2066}\\u{200b}\\u{a}\\u{2028}b';
  await dialogs.agree({ kind: 'program', about: `/opt/${planted}.sh` });
  await dialogs.agree({ kind: 'program', about: '/opt/가을 1화/Été 東京.sh' });
  await dialogs.agree({ kind: 'runs-elsewhere', about: planted });
  await dialogs.agree({ kind: 'weakly', about: planted });
  await dialogs.agree({ kind: 'register', about: planted });
  expect(shown.mock.calls.map(([options]) => (options as MessageBoxOptions).message)).toEqual([
    program.question(`/opt/${seen}.sh`),
    program.question('/opt/가을 1화/Été 東京.sh'),
    runsElsewhere.question(seen),
    weakly.question(seen),
    register.question(seen),
  ]);
});

test('nobody has chosen a program who closes the dialog, and Windows offers only what runs without a shell', async () => {
  expect(await dialogsWith(1).dialogs.chooseProgram()).toBeNull();
  const { dialogs, shown } = dialogsWith(0, null, 'win32');
  await dialogs.chooseProgram();
  expect(shown.mock.calls[0]![0]).toMatchObject({ filters: [{ extensions: ['exe', 'com'] }] });
});

test('any other button than the first is a no', async () => {
  const { dialogs } = dialogsWith(1);
  expect(await dialogs.agree({ kind: 'weakly', about: 'Studio' })).toBe(false);
});

test('it stands over the window, if there is one', async () => {
  const window = {} as BrowserWindow;
  const { dialogs, shown } = dialogsWith(0, window);
  await dialogs.agree({ kind: 'weakly', about: 'Studio' });
  await dialogs.showSaveDialog({});
  expect(shown.mock.calls.map(([over]) => over)).toEqual([window, window]);
});

describe('on macOS, where a question over no window stops the app, and nobody sees one over a hidden window', () => {
  function hidden(hasWindow: boolean) {
    const order: string[] = [];
    const window = { isVisible: () => order.includes('seen') } as BrowserWindow;
    let present = hasWindow ? window : null;
    const answers = {
      showMessageBox: (...given: unknown[]) => {
        order.push(given[0] === window ? 'asked over it' : 'asked over none');
        return Promise.resolve({ response: 0, checkboxChecked: false });
      },
      showSaveDialog: () => Promise.reject(new Error('no dialog')),
      showOpenDialog: () => Promise.reject(new Error('no dialog')),
    };
    const show = () => {
      order.push('shown');
      present = window;
    };
    const ports = { dialog: answers, over: () => present, show, language: () => 'en' as const };
    return {
      order,
      dialogs: createDialogs({ ...ports, platform: 'darwin' }),
      seen: () => order.push('seen'),
      close: () => (present = null),
    };
  }

  test.each([
    ['the app’s own question', 'is hidden', true, 'in-turn'],
    ['the app’s own question', 'has yet to be made', false, 'in-turn'],
    ['what a page asks for', 'was hidden meanwhile', true, undefined],
  ] as const)('%s comes once the window is seen that %s', async (_what, _how, hasWindow, when) => {
    const { dialogs, order, seen } = hidden(hasWindow);
    const asked = dialogs.agree({ kind: 'program', about: '/opt/tell.sh' }, when);
    await expect(dialogs.agree({ kind: 'weakly', about: 'Studio' })).rejects.toThrow();
    expect(order).toEqual(['shown']);
    seen();
    expect(await asked).toBe(true);
    await dialogs.agree({ kind: 'program', about: '/opt/tell.sh' }, when);
    expect(order).toEqual(['shown', 'seen', 'asked over it', 'asked over it']);
  });

  test('nobody has agreed where the window goes before it was seen, and the next is asked', async () => {
    const { dialogs, order, seen, close } = hidden(false);
    const asked = dialogs.agree({ kind: 'program', about: '/opt/tell.sh' }, 'in-turn');
    close();
    expect(await asked).toBe(false);
    seen();
    expect(await dialogs.agree({ kind: 'program', about: '/opt/tell.sh' }, 'in-turn')).toBe(true);
    expect(order).toEqual(['shown', 'seen', 'shown', 'asked over it']);
  });
});

test('of two hundred at once one is shown, and the next only after it was closed', async () => {
  const { dialogs, shown } = dialogsWith();
  const all = await Promise.allSettled(
    Array.from({ length: 200 }, (_, index) =>
      index % 2 === 0 ? dialogs.showSaveDialog({}) : dialogs.agree({ kind: 'weakly', about: 'Studio' }),
    ),
  );
  expect(shown).toHaveBeenCalledOnce();
  expect(all.filter(({ status }) => status === 'rejected')).toHaveLength(199);
  expect(all[1]).toMatchObject({ reason: { error: { code: 'dialog-open' } } });
  await dialogs.agree({ kind: 'weakly', about: 'Studio' });
  expect(shown).toHaveBeenCalledTimes(2);
});

/** Dialogs that stand until the test closes them, in the order in which they came up; `shown` has what the questions say. */
function dialogsThatStay() {
  const closed: (() => void)[] = [];
  const shown: string[] = [];
  const stays = <Answer>(answer: Answer) =>
    new Promise<Answer>((resolve) => closed.push(() => resolve(answer)));
  const dialog = {
    showMessageBox: (...given: unknown[]) => {
      shown.push((given.at(-1) as MessageBoxOptions).message);
      return stays({ response: 0, checkboxChecked: false });
    },
    showSaveDialog: () => stays({ canceled: true, filePath: '' }),
    showOpenDialog: () => stays({ canceled: false, filePaths: ['/opt/chosen'] }),
  };
  return {
    dialogs: createDialogs({ dialog, over: () => null, language: () => 'en', platform: 'linux' }),
    shown,
    closed,
  };
}

test('the app’s own questions wait until no other dialog stands open, each for its turn', async () => {
  const { dialogs, shown, closed } = dialogsThatStay();
  const saving = dialogs.showSaveDialog({});
  const paths = ['/opt/one', '/opt/other'];
  const asked = paths.map((path) => dialogs.agree({ kind: 'program', about: path }, 'in-turn'));
  await expect(dialogs.chooseProgram()).rejects.toMatchObject({ error: { code: 'dialog-open' } });
  expect(shown).toEqual([]);
  closed[0]!();
  await saving;
  await vi.waitFor(() => expect(shown).toEqual([dialogWords.en.program.question('/opt/one')]));
  closed[1]!();
  await vi.waitFor(() => expect(shown).toHaveLength(2));
  closed[2]!();
  expect(await Promise.all(asked)).toEqual([true, true]);
});

test('the question about a file comes right after it was chosen, before those that wait for their turn', async () => {
  const { dialogs, shown, closed } = dialogsThatStay();
  async function add(): Promise<boolean> {
    const path = await dialogs.chooseProgram();
    return dialogs.agree({ kind: 'program', about: path! });
  }
  const adding = add();
  const waiting = dialogs.agree({ kind: 'program', about: '/opt/waiting' }, 'in-turn');
  const { question } = dialogWords.en.program;
  closed[0]!();
  await vi.waitFor(() => expect(shown).toEqual([question('/opt/chosen')]));
  closed[1]!();
  expect(await adding).toBe(true);
  await vi.waitFor(() => expect(shown).toEqual([question('/opt/chosen'), question('/opt/waiting')]));
  closed[2]!();
  expect(await waiting).toBe(true);
});

test('a dialog that cannot be shown leaves the way free for the next', async () => {
  let fails = true;
  const dialogs = createDialogs({
    dialog: {
      showMessageBox: () => Promise.reject(new Error('no dialog')),
      showOpenDialog: () => Promise.reject(new Error('no dialog')),
      showSaveDialog: () =>
        fails ? Promise.reject(new Error('no dialog')) : Promise.resolve({ canceled: false, filePath: '/a' }),
    },
    over: () => null,
    language: () => 'en',
    platform: 'linux',
  });
  await expect(dialogs.showSaveDialog({})).rejects.toThrow('no dialog');
  fails = false;
  expect(await dialogs.showSaveDialog({})).toMatchObject({ filePath: '/a' });
});
