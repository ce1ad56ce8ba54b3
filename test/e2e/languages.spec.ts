import type { Page } from '@playwright/test';
import type { Language } from '../../main/contract.ts';
import { defaultTexts } from '../../main/simulator/texts.ts';
import { trayWords } from '../../words/tray-words.ts';
import { words } from '../../words/words.ts';
import { expect, projectId, test, workspace } from '../support/journey.ts';
import { messagesOf, textOf as messageText } from '../support/messages.ts';
import { connect, paste } from '../support/person.ts';
import { populate } from '../support/populated.ts';
import { showView } from '../support/show-view.ts';

/** All that the catalogue can say in a language; what a sentence is given stands in it as a number. */
const sentences = (part: object): readonly string[] =>
  messagesOf(part).map(([, message]) => messageText(message));

const latinWords = (text: string): readonly string[] => text.match(/[A-Za-z][A-Za-z'’]+/g) ?? [];

/** What the window shows and what a screen reader says of it. */
function textOf(page: Page): Promise<string> {
  return page.evaluate(`[
    document.title,
    document.body.innerText,
    ...[...document.querySelectorAll('*')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? '')),
  ].join('\\n')`);
}

/** Not of the catalogue: names in the service, what the service wrote, signs of units, addresses, a language's own name. */
const given = [
  workspace,
  'Autumn drama Base project autumn_ep01.mov',
  ...Object.values(defaultTexts),
  'kB MB GB',
  'https mi apigw ntruss com',
  'English',
];

const systems = { ko: 'ko_KR.UTF-8', ja: 'ja_JP.UTF-8' } as const;

for (const language of ['ko', 'ja'] as const satisfies readonly Language[]) {
  test.describe(`on a system in ${language}`, () => {
    test.use({ installationOptions: { environment: { LANG: systems[language], LANGUAGE: language } } });

    test(`no English is left in window, tray and banners: ${language}`, async ({
      banners,
      installation,
      service,
    }) => {
      const said = words[language];
      const known = new Set([...given, ...sentences(said)].flatMap(latinWords));
      const foreign = (text: string) => latinWords(text).filter((word) => !known.has(word));
      const page = await installation.start();
      expect(await page.evaluate('document.documentElement.lang')).toBe(language);
      expect(foreign(await textOf(page)), 'first start').toEqual([]);
      expect(await installation.tray().toolTip()).toBe(trayWords[language].noAccount);

      await populate(page, service, language);
      expect(foreign(await textOf(page)), 'watchlist').toEqual([]);
      await page.getByRole('row').nth(1).click();
      expect(foreign(await textOf(page)), 'a selected row').toEqual([]);
      await paste(page, `${workspace}/${projectId}/1\n12x4\n-5\n77`, language);
      expect(foreign(await textOf(page)), 'a paste').toEqual([]);
      await page.getByLabel(said.add.byPicking).check();
      await page.getByLabel(said.add.pickWorkspace).selectOption(workspace);
      expect(foreign(await textOf(page)), 'the lists to pick from').toEqual([]);
      for (const view of ['inbox', 'account', 'settings'] as const) {
        await showView(page, view, language);
        expect(foreign(await textOf(page)), view).toEqual([]);
      }
      service.faults.set('service', 'wrong-key');
      await connect(page, service.account, language);
      await page.getByRole('button', { name: said.shell.checkNow }).click();
      const needsYou = page.getByText(said.shell.needsYou(said.problems.credentials.short));
      await expect(needsYou).toBeVisible({ timeout: 20_000 });
      await expect.poll(banners).toHaveLength(2);
      for (const { summary, body } of await banners())
        expect(foreign(`${summary}\n${body}`), summary).toEqual([]);
      for (const label of await installation.tray().labels()) expect(foreign(label), label).toEqual([]);
      expect(foreign(await installation.tray().toolTip()), 'tooltip').toEqual([]);
    });
  });
}

test('a language that is chosen is in force at once, everywhere', async ({ installation }) => {
  const page = await installation.start();
  await showView(page, 'settings');
  await page.getByLabel(words.en.settings.labels.language).selectOption('한국어');
  await expect(page.getByRole('heading', { name: words.ko.settings.title })).toBeVisible();
  await expect.poll(() => installation.tray().toolTip()).toBe(trayWords.ko.noAccount);
  expect(await installation.tray().labels()).toContain(trayWords.ko.quit);
});
