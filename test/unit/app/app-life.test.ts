import { EventEmitter } from 'node:events';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { App } from 'electron';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAppLife, restart, type AppLifePorts } from '../../../main/app/app-life.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function lifeWith(
  close: () => Promise<unknown>,
  before: (happen: (name: string, what?: EventEmitter | string[]) => void) => void = () => undefined,
) {
  const listeners = new Map<string, (event: { preventDefault: () => void }, what?: unknown) => void>();
  const app = { on: (name: string, listener: () => void) => listeners.set(name, listener), exit: vi.fn() };
  const life = createAppLife(app as unknown as App);
  const wentWrong = vi.fn();
  const showWindow = vi.fn();
  const preventDefault = vi.fn();
  const happen = (name: string, what?: EventEmitter | string[]) =>
    listeners.get(name)?.({ preventDefault }, what);
  before(happen);
  life.begin({ close, wentWrong, showWindow } as unknown as AppLifePorts);
  return { life, app, wentWrong, showWindow, preventDefault, happen };
}

describe('the life of the app', () => {
  it('ends only when everything is written', async () => {
    const writing = Promise.withResolvers<undefined>();
    const { life, app, preventDefault, happen } = lifeWith(() => writing.promise);
    happen('before-quit');
    expect(life.isQuitting()).toBe(true);
    happen('will-quit');
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(app.exit).not.toHaveBeenCalled();
    writing.resolve(undefined);
    await vi.waitFor(() => expect(app.exit).toHaveBeenCalledOnce());
  });

  it('ends also where closing went wrong, which is told', async () => {
    const fault = new Error('disk');
    const { app, wentWrong, happen } = lifeWith(() => Promise.reject(fault));
    happen('will-quit');
    await vi.waitFor(() => expect(app.exit).toHaveBeenCalledOnce());
    expect(wentWrong).toHaveBeenCalledWith(fault);
  });

  it('installs an update only once everything is written, and lets the system end it then', async () => {
    const writing = Promise.withResolvers<undefined>();
    const installing = Promise.withResolvers<undefined>();
    const { life, app, preventDefault, happen } = lifeWith(() => writing.promise);
    const install = vi.fn(() => installing.promise);
    life.leaveWith({ quit: () => happen('will-quit') }, install);
    expect(install).not.toHaveBeenCalled();
    writing.resolve(undefined);
    await vi.waitFor(() => expect(install).toHaveBeenCalledWith(true));
    happen('will-quit');
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(app.exit).not.toHaveBeenCalled();
    installing.resolve(undefined);
    await vi.waitFor(() => expect(app.exit).toHaveBeenCalledOnce());
  });

  it('says to an update that not all could be written', async () => {
    const { life, app, happen } = lifeWith(() => Promise.reject(new Error('disk')));
    const install = vi.fn(() => Promise.resolve());
    life.leaveWith({ quit: () => happen('will-quit') }, install);
    await vi.waitFor(() => expect(app.exit).toHaveBeenCalledOnce());
    expect(install).toHaveBeenCalledWith(false);
  });

  it('closes once, however often it is told to quit', async () => {
    const writing = Promise.withResolvers<undefined>();
    const close = vi.fn(() => writing.promise);
    const { app, preventDefault, happen } = lifeWith(close);
    happen('will-quit');
    happen('will-quit');
    expect(preventDefault).toHaveBeenCalledTimes(2);
    expect(close).toHaveBeenCalledOnce();
    writing.resolve(undefined);
    await vi.waitFor(() => expect(app.exit).toHaveBeenCalledOnce());
  });

  it('writes all when Windows ends the session, which no quit announces', async () => {
    const close = vi.fn(() => Promise.resolve());
    const { app, happen } = lifeWith(close);
    const window = new EventEmitter();
    happen('browser-window-created', window);
    window.emit('session-end');
    await vi.waitFor(() => expect(app.exit).toHaveBeenCalledOnce());
    expect(close).toHaveBeenCalledOnce();
  });

  it('shows its window to whoever starts the app again', () => {
    const { showWindow, happen } = lifeWith(() => Promise.resolve());
    happen('second-instance', ['import-watch']);
    happen('activate');
    expect(showWindow).toHaveBeenCalledTimes(2);
  });

  it('shows none where it is started a second time at login, also while it starts', () => {
    const { showWindow, happen } = lifeWith(
      () => Promise.resolve(),
      (early) => early('second-instance', ['import-watch', '--hidden']),
    );
    happen('second-instance', ['import-watch', '--hidden']);
    expect(showWindow).not.toHaveBeenCalled();
  });

  it('shows it as soon as it can to whoever does so while the app starts', () => {
    const { showWindow } = lifeWith(
      () => Promise.resolve(),
      (happen) => happen('second-instance', ['import-watch']),
    );
    expect(showWindow).toHaveBeenCalledOnce();
  });

  it('lets a window that is made while the app starts write all when Windows ends the session', async () => {
    const window = new EventEmitter();
    const close = vi.fn(() => Promise.resolve());
    const { app } = lifeWith(close, (happen) => happen('browser-window-created', window));
    window.emit('session-end');
    await vi.waitFor(() => expect(app.exit).toHaveBeenCalledOnce());
    expect(close).toHaveBeenCalledOnce();
  });

  it('knows of a quit that comes while the app starts, so that its window can close', () => {
    const { life } = lifeWith(
      () => Promise.resolve(),
      (happen) => happen('before-quit'),
    );
    expect(life.isQuitting()).toBe(true);
  });
});

describe('a restart', () => {
  afterEach(() => void vi.unstubAllEnvs());

  function appThatQuits() {
    const events = new EventEmitter();
    const done: string[] = [];
    const app = Object.assign(events, {
      relaunch: vi.fn(),
      releaseSingleInstanceLock: () => done.push('lock released'),
      quit: () => {
        done.push('quit');
        events.emit('quit');
      },
    });
    return { app: app as unknown as App & typeof app, done };
  }

  it('is Electron’s, with the demo where it is wanted', () => {
    const { app, done } = appThatQuits();
    restart(app, true, {});
    expect(app.relaunch.mock.calls[0]?.[0]).toMatchObject({
      args: expect.arrayContaining(['--demo']) as unknown,
    });
    expect(done).toEqual(['quit']);
  });

  it('shows its window also where this run was started hidden, at login', () => {
    const words = [...process.argv];
    process.argv.push('--hidden', '--kept');
    const { app } = appThatQuits();
    restart(app, false, {});
    process.argv = words;
    expect(app.relaunch).toHaveBeenCalledExactlyOnceWith({ args: [...words.slice(1), '--kept'] });
  });

  it('of an AppImage starts its file, once the lock is released: the helper of Electron would go with the mount', async () => {
    const folder = temporaryFolder();
    const [program, said] = [join(folder, 'iw.AppImage'), join(folder, 'said')];
    const say = `echo "$@ $NCLOUD_SECRET_KEY" > '${said}.part' && mv '${said}.part' '${said}'`;
    writeFileSync(program, `#!/bin/sh\n${say}\n`);
    chmodSync(program, 0o700);
    const given = {
      APPIMAGE: program,
      APPDIR: dirname(process.execPath),
      NCLOUD_SECRET_KEY: 'SECRETKEY5678',
    };
    const before = { ...process.env };
    const { app, done } = appThatQuits();
    restart(app, true, given);
    expect(done).toEqual(['quit', 'lock released']);
    expect(app.relaunch).not.toHaveBeenCalled();
    expect(process.env).toEqual(before);
    await vi.waitFor(() => expect(readFileSync(said, 'utf8')).toContain('--demo SECRETKEY5678'), {
      timeout: 20_000,
    });
  });

  it('gives the next run the keys that this one has taken out of its environment, and this one none', () => {
    vi.stubEnv('NCLOUD_SECRET_KEY', undefined);
    vi.stubEnv('IMPORT_WATCH_CHANGED', 'by this run');
    const before = { ...process.env };
    const given = { NCLOUD_SECRET_KEY: 'SECRETKEY5678', IMPORT_WATCH_CHANGED: 'as it was given' };
    let inherited: NodeJS.ProcessEnv = {};
    const { app } = appThatQuits();
    // As Electron's helper, which starts at once.
    app.relaunch.mockImplementation(() => void (inherited = { ...process.env }));
    restart(app, false, given);
    expect(inherited).toMatchObject(given);
    expect(process.env).toEqual(before);
  });
});
