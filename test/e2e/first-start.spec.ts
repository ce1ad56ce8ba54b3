import { words } from '../../words/words.ts';
import { addByPaste, connect } from '../support/person.ts';
import { expect, test } from '../support/journey.ts';

const { en } = words;

test('a first start offers an account or the demo, and leads to the first watched import', async ({
  installation,
  service,
}) => {
  const page = await installation.start();
  await expect(page.getByRole('heading', { name: en.firstStart.title })).toBeVisible();
  await expect(page.getByText(en.shell.noAccount)).toBeVisible();
  await expect(page.getByRole('button', { name: en.firstStart.tryDemo })).toBeVisible();

  await page.getByRole('button', { name: en.firstStart.connect }).click();
  await expect(page.getByRole('main', { name: en.shell.views.account })).toBeVisible();
  await connect(page, service.account);
  const { reference } = service.importing('autumn_ep01.mov');
  await addByPaste(page, [reference]);

  const row = page.getByRole('row').filter({ hasText: 'autumn_ep01.mov' });
  await expect(row).toContainText(en.outcomes.importing);
  await expect.poll(() => installation.tray().toolTip()).toContain(en.tray.importing('1'));
});
