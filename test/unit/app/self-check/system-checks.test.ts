import type { Clipboard } from 'electron';
import { expect, test } from 'vitest';
import { systemChecks, type SystemPorts } from '../../../../main/app/self-check/system-checks.ts';

/** A clipboard that holds data of these types; `takes`: whether what is written is in it afterwards. */
function clipboardWith(types: readonly string[], takes = true) {
  let held: string | null = null;
  const calls: string[] = [];
  const clipboard = {
    read: () => Promise.resolve(types.length === 0 ? [] : [{ types }]),
    readText: () => Promise.resolve(held ?? ''),
    writeText: (text: string) => {
      calls.push(`write ${text}`);
      if (takes) held = text;
      return Promise.resolve();
    },
    clear: () => void calls.push('clear'),
  } as unknown as Clipboard;
  const ports: Partial<SystemPorts> = { clipboard, notifiers: {} as SystemPorts['notifiers'] };
  const check = systemChecks(ports as SystemPorts).find(({ name }) => name.startsWith('the clipboard'));
  return { calls, look: async () => check!.look() };
}

test.each([[['image/png']], [['text/uri-list']], [['text/html', 'text/plain']], [['text/plain']]])(
  'a clipboard that holds %s is not written',
  async (types) => {
    const { calls, look } = clipboardWith(types);
    expect(await look()).toMatchObject({ kind: 'not-known' });
    expect(calls).toEqual([]);
  },
);

test('an empty clipboard is written and read, and empty again; what is not the check’s own is not cleared', async () => {
  const empty = clipboardWith([]);
  expect(await empty.look()).toMatchObject({ kind: 'passed' });
  expect(empty.calls).toEqual(['write self-check', 'clear']);
  const taken = clipboardWith([], false);
  expect(await taken.look()).toMatchObject({ kind: 'failed' });
  expect(taken.calls).toEqual(['write self-check']);
});
