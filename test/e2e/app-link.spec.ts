import { words } from '../../words/words.ts';
import { countOf } from '../../words/format.ts';
import { addByPaste, connect } from '../support/person.ts';
import { expect, test } from '../support/journey.ts';

const { add, shell } = words.en;

test('a link shows what it would add, and adds nothing by itself; one of a watched import opens its row', async ({
  installation,
  service,
}) => {
  const page = await installation.start();
  await connect(page, service.account);
  const [linked, watched] = [service.importing('autumn_ep01.mov'), service.importing('autumn_ep02.mov')];
  await addByPaste(page, [watched.reference]);
  const rows = page.getByRole('row');
  await expect(rows).toHaveCount(1);

  // As the desktop does it: the app is started once more, with the link as a word.
  expect(await installation.run().restart(`import-watch://watch/${linked.reference}`)).toBe(0);
  await expect(page.getByRole('main', { name: shell.views.add })).toBeVisible();
  await expect(page.getByLabel(add.paste)).toHaveValue(linked.reference);
  const adding = page.getByRole('button', { name: add.addCount(countOf(1, 'en')), exact: true });
  await expect(adding).toBeEnabled();
  expect(service.requests().some((request) => request.target.includes(`/${linked.id}/`))).toBe(false);

  await installation.run().restart(`import-watch://open/${watched.reference}`);
  await expect(page.getByRole('row', { selected: true })).toContainText('autumn_ep02.mov');
  await expect(rows).toHaveCount(1);

  await installation.run().restart(`import-watch://open/${linked.reference}`);
  await adding.click();
  await expect(page.getByText(add.added(countOf(1, 'en')))).toBeVisible();
});
