import type { Page } from '@playwright/test';
import type { Language } from '../../main/contract.ts';
import type { ImportStatus } from '../../main/model/import-status.ts';
import { words } from '../../words/words.ts';
import type { Service } from './journey.ts';
import { addByPaste, connect } from './person.ts';
import { showView } from './show-view.ts';

const ends: readonly (readonly [fileName: string, as: Exclude<ImportStatus, 'IN_PROGRESS'> | null])[] = [
  ['autumn_ep01.mov', 'COMPLETED'],
  ['autumn_ep02.mov', 'FAILED'],
  ['autumn_ep03.mov', 'FILE_NOT_EXIST'],
  ['autumn_ep04.mov', 'INVALID_METADATA'],
  ['autumn_ep05.mov', null],
  ['autumn_ep06.mov', null],
];

/**
 * Fills a first start with all that a view can show: an account, imports of every status, one with a problem, notices. `page`
 * is left on the watchlist.
 */
export async function populate(page: Page, service: Service, language: Language = 'en'): Promise<void> {
  const { outcomes, problems, shell } = words[language];
  await connect(page, service.account, language);
  const assets = ends.map(([fileName]) => service.importing(fileName));
  const references = assets.map(({ reference }) => reference);
  await addByPaste(page, references, language);
  const rowOf = (fileName: string) => page.getByRole('row').filter({ hasText: fileName });
  // The named rows first: an end that is learned before the name is told without it.
  for (const [fileName] of ends) await rowOf(fileName).getByText(outcomes.importing).waitFor();
  for (const [index, [, as]] of ends.entries()) if (as !== null) service.world.end(assets[index]!.id, as);
  service.faults.set(assets.at(-1)!.id, 'half-answer');
  await page.getByRole('button', { name: shell.checkNow }).click();
  await rowOf('autumn_ep04.mov').getByText(outcomes['not-valid']).waitFor();
  await rowOf('autumn_ep06.mov').getByText(problems.unreadable.title).waitFor();
  await showView(page, 'inbox', language);
  await page.getByRole('listitem').nth(3).waitFor();
  await showView(page, 'watchlist', language);
}
