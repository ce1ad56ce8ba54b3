import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { bridgeName, type Language, type Snapshot, type ViewName } from '../../main/contract.ts';
import { findChromium } from '../stand-in/rooms/chromium.ts';
import { noon } from '../support/samples/moments.ts';
import { aRegisteringWindow, registeringAnswers } from '../support/samples/registering-window.ts';
import { aRegistrarsWindow, bucketAnswers } from '../support/samples/shown-bucket.ts';
import { aFirstWindow, aShownWindow, aTimeline } from '../support/samples/shown-window.ts';
import { openServed } from '../support/served-window.ts';
import { showView } from '../support/show-view.ts';
import { countOf } from '../../words/format.ts';
import { words } from '../../words/words.ts';

const root = resolve(import.meta.dirname, '../..');

const korean = { folder: 'noto-sans-kr', family: 'Noto Sans KR Variable' };
/** The fonts of machines differ, so the pictures are made with these. */
const fonts: Readonly<Record<Language, typeof korean>> = {
  en: korean,
  ko: korean,
  ja: { folder: 'noto-sans-jp', family: 'Noto Sans JP Variable' },
};

const narrow = { width: 420, height: 640 };
/** With the history below what is known. */
const wideAndTall = { width: 1_040, height: 900 };
/** Of views that scroll, all that is in them. */
const tall = { width: 420, height: 1_640 };

/** The Chromium that made the pictures; another draws some letters a little differently. */
const madeWith = 156;

let browser: Browser;

test.beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: findChromium() ?? 'chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--font-render-hinting=none',
      '--disable-lcd-text',
      '--force-color-profile=srgb',
    ],
    env: { ...process.env, FONTCONFIG_FILE: join(root, 'test/support/fonts.conf') },
  });
});
test.afterAll(() => browser.close());

/**
 * A pixel counts as different from some five of 255 levels on, which is more than the edges of letters differ by from one processor to
 * another. Twenty-seven such pixels of the narrow window are fewer than a changed letter has.
 */
function tolerance() {
  const isSame = Number.parseInt(browser.version(), 10) === madeWith;
  return { threshold: 0.02, maxDiffPixelRatio: isSame ? 0.0001 : 0.02 };
}

async function openWindow(): Promise<Page> {
  const context = await browser.newContext({
    ...{ viewport: narrow, reducedMotion: 'reduce', deviceScaleFactor: 1 },
    ...{ locale: 'en-US', timezoneId: 'Asia/Seoul' },
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.clock.setFixedTime(noon);
  return page;
}

/** Loads the window with what main would tell it, and answer to these channels; nothing else is answered, and nothing changes any more. */
async function load(page: Page, snapshot: Snapshot, answers: object = {}): Promise<void> {
  await page.addInitScript(
    ({ name, value }) => {
      const all = <Value>(value: Value) => new Proxy({}, { get: () => value });
      const request = new Proxy(
        {},
        {
          get: (_target, channel) => () =>
            Promise.resolve({ ok: true, value: value[channel as 'snapshot'] ?? null }),
        },
      );
      Object.assign(globalThis, { [name]: { request, on: all(() => () => undefined) } });
    },
    { name: bridgeName, value: { snapshot, timeline: aTimeline, ...answers } },
  );
  await openServed(page, join(root, 'out/renderer'));
  const font = fonts[snapshot.language];
  const folder = join(root, 'node_modules/@fontsource-variable', font.folder);
  await page.route('**/fonts/**', (route) => {
    const file = new URL(route.request().url()).pathname.replace('/fonts/', '');
    return route.fulfill({ body: readFileSync(join(folder, file)) });
  });
  await page.addStyleTag({ url: '/fonts/index.css' });
  await page.addStyleTag({ content: `body { font-family: '${font.family}' !important; }` });
}

/** Opens the bucket in the form that registers files, with a file chosen. */
async function openPicker(page: Page, language: Language): Promise<void> {
  const { add, bucketPicker, registerFiles } = words[language];
  await showView(page, 'add', language);
  await page.getByRole('radio', { name: registerFiles.way }).click();
  await page.getByLabel(add.pickWorkspace, { exact: true }).selectOption('drama-studio');
  await page.getByLabel(add.pickProject, { exact: true }).selectOption('1234');
  await page.getByRole('button', { name: bucketPicker.open }).click();
  await page.getByRole('checkbox', { name: /master/ }).check();
}

// Other systems draw letters otherwise.
const compared: readonly Language[] = process.platform === 'linux' ? ['en', 'ko', 'ja'] : [];

for (const language of compared)
  test(`every view looks as in its picture: ${language}`, async () => {
    const looks = async (page: Page, name: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        // Playwright hides the caret, and waits for fonts.
        const picture = await page.screenshot({ animations: 'disabled' });
        expect.soft(picture).toMatchSnapshot(`${name}-${language}-${colorScheme}.png`, tolerance());
      }
    };
    const page = await openWindow();
    await load(page, aShownWindow(language));
    const show = async (view: ViewName) => showView(page, view, language);
    await show('watchlist');
    await looks(page, 'watchlist');
    const failed = page.getByRole('row').filter({ hasText: 'ep5006.mov' });
    await failed.click();
    await page.keyboard.press('h');
    await page.getByRole('button', { name: words[language].watchlist.undo }).waitFor();
    await looks(page, 'told');
    await page.getByRole('button', { name: words[language].shell.dismiss }).click();
    await page.setViewportSize(wideAndTall);
    await failed.click();
    await looks(page, 'details');
    await page.setViewportSize(narrow);
    for (const view of ['add', 'inbox'] as const) {
      await show(view);
      await looks(page, view);
    }
    await page.setViewportSize(tall);
    for (const view of ['account', 'settings'] as const) {
      await show(view);
      await looks(page, view);
    }
    await page.context().close();

    const registering = await openWindow();
    const { add, registerFiles } = words[language];
    await load(registering, aRegisteringWindow(language), registeringAnswers);
    await showView(registering, 'add', language);
    await registering.getByRole('radio', { name: registerFiles.way }).check();
    await registering.getByLabel(add.pickWorkspace, { exact: true }).selectOption('drama');
    await registering.getByLabel(add.pickProject, { exact: true }).selectOption('1234');
    await registering.getByLabel(registerFiles.keys).fill('autumn/drama_ep05.mov');
    const ready = { name: words[language].registering.register(countOf(3, language)) };
    await registering.getByRole('button', ready).waitFor();
    await registering.setViewportSize(tall);
    await looks(registering, 'register');
    await registering.setViewportSize(narrow);
    await registering.getByRole('button', ready).click();
    await looks(registering, 'register-confirm');
    await registering.context().close();
    const picking = await openWindow();
    await picking.setViewportSize(tall);
    await load(picking, aRegistrarsWindow(language), bucketAnswers);
    await openPicker(picking, language);
    await looks(picking, 'bucket');
    await picking.context().close();

    const first = await openWindow();
    await load(first, aFirstWindow(language));
    await looks(first, 'first-start');
    await first.context().close();
  });
