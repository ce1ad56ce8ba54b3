import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { Bridge, Language, ViewName } from '../main/contract.ts';
import { launchApp } from '../test/support/launch-app.ts';
import { startBanners } from '../test/support/notification-daemon.ts';
import { showView } from '../test/support/show-view.ts';
import { words } from '../words/words.ts';

/** `npm run screenshots`: pictures of every view in light, dark and Korean, of the real app with its demo, into docs/pictures. */
const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'docs/pictures');
const narrow = { width: 420, height: 640 };
const wide = { width: 1040, height: 640 };

const looks = [
  { name: 'light', language: 'en', colorScheme: 'light' },
  { name: 'dark', language: 'en', colorScheme: 'dark' },
  { name: 'ko', language: 'ko', colorScheme: 'light' },
  { name: 'ja', language: 'ja', colorScheme: 'dark' },
] as const satisfies readonly { name: string; language: Language; colorScheme: 'light' | 'dark' }[];

/** What makes a view worth a picture: something pasted, something tested. */
const prepare: Partial<Record<ViewName, (page: Page, language: Language) => Promise<void>>> = {
  async add(page, language) {
    const { add } = words[language];
    await page.getByLabel(add.paste).fill('drama-studio/1224/5639\nnews-archive/1226/5700-5704\n12x4');
    await page.getByRole('listitem').filter({ hasText: '12x4' }).waitFor();
  },
};

const built = spawnSync(process.execPath, [join(root, 'tools/build.ts')], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
mkdirSync(folder, { recursive: true });
await firstStart();
await everyView();

async function firstStart(): Promise<void> {
  const launched = await launchApp();
  const page = await launched.window();
  await page.setViewportSize(narrow);
  await page.getByRole('main').waitFor();
  for (const look of looks) {
    await dress(page, look);
    await page.screenshot({ path: join(folder, `first-start-${look.name}.png`) });
  }
  await launched.close();
}

async function everyView(): Promise<void> {
  const banners = await startBanners();
  const launched = await launchApp({ arguments: ['--demo'], environment: banners.environment });
  const page = await launched.window();
  // Fourteen seconds into the demo: some import, some have ended, two need the person.
  await page.getByText(words.en.outcomes['file-not-there']).first().waitFor();
  await page.setViewportSize(narrow);
  for (const look of looks) {
    await dress(page, look);
    for (const view of ['watchlist', 'add', 'inbox', 'account', 'settings'] as const) {
      await showView(page, view, look.language);
      await prepare[view]?.(page, look.language);
      await page.screenshot({ path: join(folder, `${view}-${look.name}.png`) });
    }
  }
  await page.setViewportSize(wide);
  for (const look of looks) {
    await dress(page, look);
    await showView(page, 'watchlist', look.language);
    await page.getByRole('row').filter({ hasText: 'autumn_trailer_4k.mp4' }).click();
    await page.screenshot({ path: join(folder, `watchlist-wide-${look.name}.png`) });
  }
  await launched.close();
  await banners.stop();
}

async function dress(page: Page, look: (typeof looks)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' });
  await page.evaluate(async (language) => {
    const { importWatch } = globalThis as unknown as { importWatch: Bridge };
    await importWatch.request.changeSettings({ language });
  }, look.language);
  await page.locator(`html[lang="${look.language}"]`).waitFor();
}
