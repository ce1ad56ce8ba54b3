import { chromium, type Browser, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktopEntry } from '../../main/adapters/login-item/desktop-entry.ts';
import { updateText } from '../../words/update-text.ts';
import { words } from '../../words/words.ts';
import type { UpdateState } from '../../main/contract.ts';
import { startFeed } from './feed.ts';
import { packageApp, type Packaged } from './packaged.ts';
import { startsStandIn } from './runtimes.ts';
import { addressOf } from './started-app.ts';

const said = (state: UpdateState) => updateText(state, 0, 'en').said;
const labelOf = (state: UpdateState) => updateText(state, 0, 'en').next?.label ?? '';
const nothing: UpdateState = { kind: 'none', lookedAt: null, hasFailed: false };
const found: UpdateState = { kind: 'found', version: '99.0.0', failure: null };
const ready: UpdateState = { kind: 'ready', version: '99.0.0' };

describe.runIf(startsStandIn)('an AppImage with a feed', () => {
  let feed: Awaited<ReturnType<typeof startFeed>>;
  let packaged: Packaged;
  let home: string;
  let appImage: string;
  let entry: string;
  let child: ChildProcess;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    feed = await startFeed();
    packaged = await packageApp('linux', { IMPORT_WATCH_FEED: feed.url });
    home = join(packaged.folder, 'home');
    appImage = join(home, 'Import Watch-0.1.0.AppImage');
    mkdirSync(join(home, 'user-data'), { recursive: true });
    writeFileSync(appImage, 'old');
    mkdirSync(join(home, '.config/autostart'), { recursive: true });
    entry = join(home, '.config/autostart/com.importwatch.app.desktop');
    writeFileSync(entry, `${desktopEntry({ program: appImage, arguments: ['--hidden'] })}Hidden=true\n`);
    writeFileSync(
      join(home, 'user-data/settings.json'),
      JSON.stringify({ settings: { startAtLogin: true } }),
    );
    child = spawn(packaged.executable, [`--user-data-dir=${join(home, 'user-data')}`], {
      cwd: packaged.folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        HOME: home,
        XDG_CACHE_HOME: join(home, '.cache'),
        XDG_CONFIG_HOME: join(home, '.config'),
        LANG: 'en_US.UTF-8',
        DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent',
        STAND_IN_DEVTOOLS: '1',
        // As the program that mounts an AppImage sets them.
        APPIMAGE: appImage,
        APPDIR: dirname(packaged.executable),
      },
    });
    browser = await chromium.connectOverCDP(await addressOf(child));
    const context = browser.contexts()[0];
    page = context?.pages()[0] ?? (await context!.waitForEvent('page'));
    await page.getByRole('navigation').waitFor();
    await page.getByRole('button', { name: words.en.shell.views.settings }).click();
  });

  afterAll(async () => {
    await browser.close();
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    feed.stop();
    rmSync(packaged.folder, { recursive: true, force: true, maxRetries: 3 });
  });

  const choose = (state: UpdateState) => page.getByRole('button', { name: labelOf(state) }).click();
  const reads = (text: string) => page.getByText(text).waitFor();

  it('asks nothing at the start', async () => {
    await reads(said(nothing));
    expect(feed.asked).toEqual([]);
  });

  it('says where the feed could not be read', async () => {
    await choose(nothing);
    await reads(said({ ...nothing, hasFailed: true }));
  });

  it('follows no redirect to a line that is not encrypted', async () => {
    // By its address it is none of this computer's, though nothing leaves it.
    const open = await startFeed('127.0.0.2');
    open.publish({ version: '99.0.0', file: 'planted.AppImage', content: 'planted' });
    feed.leadTo(open.url);
    const before = feed.asked.length;
    await choose(nothing);
    await expect.poll(() => feed.asked.length).toBe(before + 1);
    await reads(said({ ...nothing, hasFailed: true }));
    expect(open.asked).toEqual([]);
    feed.leadTo(null);
    open.stop();
  });

  it('goes back to no older version', async () => {
    feed.publish({ version: '0.0.9', file: 'old.AppImage', content: 'older' });
    await choose(nothing);
    await reads('No update available.');
  });

  it('downloads nothing that nobody asked for, and tells no installation from another', async () => {
    feed.publish({ version: '99.0.0', file: 'new-99.0.0.AppImage', content: 'cut', published: 'whole' });
    await choose(nothing);
    await reads(said(found));
    expect(feed.asked.map(({ path }) => path)).not.toContain('/new-99.0.0.AppImage');
    const sent = feed.asked.map(({ headers }) => headers['x-user-staging-id']);
    expect(new Set(sent)).toEqual(new Set(['none']));
  });

  it('deletes a download that is not what was published, and says so', async () => {
    await choose(found);
    await reads(said({ kind: 'found', version: '99.0.0', failure: 'not-genuine' }));
    expect(globSync('.cache/**/*.AppImage', { cwd: home })).toEqual([]);
    expect(readFileSync(appImage, 'utf8')).toBe('old');
  });

  it('installs what was published once the person restarts it, and has the entry for the login name that, turned off as it is', async () => {
    const marker = join(home, 'started');
    const content = `#!/bin/sh\necho "$APPIMAGE_SILENT_INSTALL" > '${marker}'\n`;
    feed.publish({ version: '99.0.0', file: 'new-99.0.0.AppImage', content });
    const { promise: ended, resolve } = Promise.withResolvers<number | null>();
    child.once('exit', resolve);
    await choose(found);
    await reads(said(ready));
    expect(child.exitCode).toBe(null);
    expect(readFileSync(appImage, 'utf8')).toBe('old');
    await choose(ready);
    expect(await ended).toBe(0);
    const installed = join(home, 'new-99.0.0.AppImage');
    expect(readFileSync(installed, 'utf8')).toBe(content);
    expect(existsSync(appImage)).toBe(false);
    await expect.poll(() => existsSync(marker)).toBe(true);
    const lines = readFileSync(entry, 'utf8').split('\n');
    expect(lines).toEqual(expect.arrayContaining([`Exec=${installed} --hidden`, 'Hidden=true']));
  });
});
