import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hasTrayHost, watchTrayHost } from '../../../../main/adapters/tray/tray-host.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { startTrayHost } from '../../../support/tray-host.ts';

describe.runIf(process.platform === 'linux')('on a session bus', () => {
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let address = '';
  beforeAll(async () => {
    [address] = (await once(createInterface({ input: bus.stdout }), 'line')) as [string];
  });
  afterAll(() => void bus.kill());

  const folderOf = (program: string) =>
    (process.env['PATH'] ?? '').split(':').find((each) => existsSync(join(each, program)));

  /** Where only this program is on the PATH. */
  function only(program: string, busAddress = address): NodeJS.ProcessEnv {
    const folder = temporaryFolder();
    const found = folderOf(program);
    if (found !== undefined) symlinkSync(join(found, program), join(folder, program));
    return { PATH: folder, DBUS_SESSION_BUS_ADDRESS: busAddress };
  }

  it.each(['busctl', 'gdbus', 'dbus-send'].filter(folderOf))(
    '%s tells whether a host is registered',
    async (program) => {
      expect(await hasTrayHost(only(program))).toBe(false);
      const stop = await startTrayHost(address, true);
      expect(await hasTrayHost(only(program))).toBe(true);
      await stop();
      const stopEmpty = await startTrayHost(address, false);
      expect(await hasTrayHost(only(program))).toBe(false);
      await stopEmpty();
      expect(await hasTrayHost(only(program, 'unix:path=/nonexistent'))).toBe(false);
    },
  );

  it('nobody can tell where none of them is there', async () => {
    expect(await hasTrayHost(only('none'))).toBeNull();
  });
});

describe('watching for a tray', () => {
  function watching(answers: (boolean | null)[]) {
    const told: string[] = [];
    const waits: number[] = [];
    let run: (() => void) | null = null;
    const stop = watchTrayHost({
      ask: () => Promise.resolve(answers.length > 0 ? answers.shift()! : false),
      after: (delayMs, next) => {
        waits.push(delayMs);
        run = next;
        return () => (run = null);
      },
      missing: () => told.push('missing'),
      found: () => told.push('found'),
    });
    const wait = async () => {
      await vi.waitFor(() => expect(run).not.toBeNull());
      const next = run;
      run = null;
      next?.();
      await Promise.resolve();
    };
    return { told, waits, wait, stop, isWaiting: () => run !== null };
  }

  it('has patience with a panel that comes after the app', async () => {
    const { told, wait, waits } = watching([false, false, false, true]);
    for (let times = 0; times < 3; times += 1) await wait();
    // Electron has given up by then, and is to put the icon up anew.
    await vi.waitFor(() => expect(told).toEqual(['found']));
    expect(waits).toEqual([2_000, 3_000, 5_000]);
  });

  it('says nothing where there is one from the start', async () => {
    const { told, isWaiting } = watching([true]);
    await Promise.resolve();
    expect(told).toEqual([]);
    expect(isWaiting()).toBe(false);
  });

  it('tells once that there is none, and when there is one after all', async () => {
    const { told, wait, waits } = watching([false, false, false, false, false, true]);
    for (let times = 0; times < 5; times += 1) await wait();
    await vi.waitFor(() => expect(told).toEqual(['missing', 'found']));
    expect(waits.slice(3)).toEqual([60_000, 60_000]);
  });

  it('says nothing where nobody can tell', async () => {
    const { told, isWaiting } = watching([null]);
    await Promise.resolve();
    expect(told).toEqual([]);
    expect(isWaiting()).toBe(false);
  });

  it('asks no more once it is over', async () => {
    const { stop, wait, isWaiting } = watching([]);
    await wait();
    stop();
    await Promise.resolve();
    expect(isWaiting()).toBe(false);
  });
});
