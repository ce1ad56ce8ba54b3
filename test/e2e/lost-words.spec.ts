import { cpSync, globSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { languages, type Language } from '../../main/model/language.ts';
import { noWords } from '../../words/no-words.ts';
import { words } from '../../words/words.ts';
import { launchApp, type LaunchedApp } from '../support/launch-app.ts';
import { showView } from '../support/show-view.ts';

const root = resolve(import.meta.dirname, '../..');

/** A copy of the app from which the words of a language can be taken, as by an update that replaces the files of a running app. */
let folder: string;
let launched: LaunchedApp | null = null;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-watch-copy-'));
  for (const part of ['out', 'package.json'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
});
test.afterEach(async () => {
  await launched?.close();
  launched = null;
  rmSync(folder, { recursive: true, force: true });
});

function lose(language: Language): void {
  for (const file of globSync(`out/renderer/assets/${language}-*.js`, { cwd: folder }))
    rmSync(join(folder, file));
}

async function openWindow(): Promise<Page> {
  launched = await launchApp({ app: folder });
  return launched.window();
}

test('a window whose words are lost says so, and is not blank', async () => {
  lose('en');
  const page = await openWindow();
  await expect(page.getByRole('alert')).toHaveText(noWords.en);
});

test('a language whose words are lost is told of, and the window goes on in the one it has', async () => {
  lose('ko');
  const page = await openWindow();
  await page.getByRole('main').waitFor();
  await showView(page, 'settings');
  await page.getByLabel(words.en.settings.labels.language).selectOption('한국어');
  await expect(page.getByText(words.en.shell.warnings.wentWrong)).toBeVisible();
  await expect(page.getByRole('heading', { name: words.en.settings.title })).toBeVisible();
  await page.getByLabel(words.en.settings.labels.language).selectOption('日本語');
  await expect(page.getByRole('heading', { name: words.ja.settings.title })).toBeVisible();
});

test('the window loads the words of one language, and of another once that is chosen', async () => {
  const page = await openWindow();
  await page.getByRole('main').waitFor();
  await showView(page, 'settings');
  const loaded = () =>
    page.evaluate<string[]>(
      "performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1))",
    );
  const languagesOf = (files: readonly string[]) =>
    languages.filter((language) => files.some((file) => file.startsWith(`${language}-`)));
  expect(languagesOf(await loaded())).toEqual(['en']);
  await page.getByLabel(words.en.settings.labels.language).selectOption('日本語');
  await expect(page.getByRole('heading', { name: words.ja.settings.title })).toBeVisible();
  expect(languagesOf(await loaded())).toEqual(['en', 'ja']);
});
