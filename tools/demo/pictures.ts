import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from '@playwright/test';
import { viewNames, type Language } from '../../main/contract.ts';
import { trayWords } from '../../words/tray-words.ts';
import { words } from '../../words/words.ts';
import { launchApp, type LaunchedApp } from '../../test/support/launch-app.ts';
import { startBanners, type Banners } from '../../test/support/notification-daemon.ts';
import { showView } from '../../test/support/show-view.ts';
import { startTrayHost } from '../../test/support/tray-host.ts';

interface Look {
  readonly language: Language;
  readonly environment: Readonly<Record<string, string>>;
}

const looks: readonly [Look, Look] = [
  { language: 'en', environment: {} },
  { language: 'ko', environment: { LANG: 'ko_KR.UTF-8', STAND_IN_DARK: 'windows' } },
];

/**
 * Plays the demo in English on a light desktop and in Korean on a dark one, and takes pictures of each view and of each state of the tray
 * into `folder`. Prints what happens in the first, where the pictures are, and last how it ended; returns the exit code.
 */
export async function playForPictures(folder: string): Promise<number> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const banners = await startBanners();
  // The tray is seen, in a window of its own.
  const leaveTray = await startTrayHost(banners.environment['DBUS_SESSION_BUS_ADDRESS'] ?? '', true);
  const [settled] = await Promise.all(looks.map((look) => play(look, banners, folder)));
  await leaveTray();
  await banners.stop();
  for (const name of readdirSync(folder).toSorted()) console.log(join(folder, name));
  console.log(settled ?? 'The app ended before its imports were settled.');
  return settled === null ? 1 : 0;
}

/** Plays it once to its end; the last line of its story, null where it did not come to it. */
async function play(look: Look, banners: Banners, folder: string): Promise<string | null> {
  const { language } = look;
  const launched = await launchApp({
    arguments: ['--demo'],
    environment: { ...banners.environment, ...look.environment, STAND_IN_TRAY: '1' },
  });
  // Read from the beginning: lines that nobody listens for are lost.
  const settling = linesUntilSettled(launched, look === looks[0]);
  const [page, tray] = await Promise.all([launched.window(), launched.trayWindow()]);
  async function picture(name: string, of = page): Promise<void> {
    await of.mouse.move(0, 0);
    await of.screenshot({ path: join(folder, `${name}-${language}.png`), animations: 'disabled' });
  }

  await page.getByRole('row').first().waitFor();
  await picture('started');
  await pictureTray(launched, tray, language, (name) => picture(name, tray));
  const settled = await settling;
  await picture('tray-needs-you', tray);
  for (const view of viewNames) {
    await showView(page, view, language);
    await picture(view);
  }
  await showView(page, 'inbox', language);
  await page.getByRole('button', { name: words[language].inbox.markAllRead }).click();
  await tray.locator('#tooltip', { hasText: new RegExp(`^${trayWords[language].nothing}`) }).waitFor();
  await picture('tray-idle', tray);
  await launched.close();
  return launched.exitCode() === 0 ? settled : null;
}

/** The states of the tray while imports are in progress, as the person and the network bring them about. */
async function pictureTray(
  { app }: LaunchedApp,
  tray: Page,
  language: Language,
  picture: (name: string) => Promise<void>,
): Promise<void> {
  const said = trayWords[language];
  const choose = (label: string) => tray.getByRole('button', { name: label, exact: true }).click();
  await picture('tray-importing');
  await choose(said.pauseHour);
  await tray.getByRole('button', { name: said.resume }).waitFor();
  await picture('tray-paused');
  await choose(said.resume);
  await app.evaluate(({ net }) => {
    const { fetch } = net;
    const back = (): void => void (net.fetch = fetch);
    Object.assign(globalThis, { back });
    net.fetch = () => Promise.reject(new TypeError('net::ERR_INTERNET_DISCONNECTED'));
  });
  await choose(said.checkNow);
  await tray.locator('#tooltip', { hasText: words[language].problems.offline.title }).waitFor();
  await picture('tray-unknown');
  await app.evaluate(() => (globalThis as unknown as { back: () => void }).back());
  await choose(said.checkNow);
}

/** Prints the app's lines as they come, if `isTold`; the last one is held back until all is done. */
async function linesUntilSettled({ app }: LaunchedApp, isTold: boolean): Promise<string | null> {
  for await (const line of createInterface({ input: app.process().stdout! })) {
    if (line.startsWith('settled ')) return line;
    if (isTold) console.log(line);
  }
  return null;
}
