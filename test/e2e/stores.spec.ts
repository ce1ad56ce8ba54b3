import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { words } from '../../words/words.ts';
import { addByPaste, connect } from '../support/person.ts';
import { expect, test } from '../support/journey.ts';

const { outcomes, shell } = words.en;

const unreadable = [
  { what: 'foreign', file: 'watchlist.db', text: '{"version":1,"watches":[{"id":"a1/drama' },
  { what: 'foreign', file: 'settings.json', text: '["not","a","store"]' },
  { what: 'empty', file: 'vault.json', text: '' },
] as const;

for (const { what, file, text } of unreadable) {
  test(`a ${what} ${file} is told at start, kept as it was, and in nobody's way`, async ({
    installation,
    service,
  }) => {
    await writeFile(join(installation.folder, file), text);
    const page = await installation.start();
    const notice = page.getByRole('status').filter({ hasText: 'Couldn’t read' });
    await expect(notice).toContainText(file);
    const copies = (await readdir(installation.folder)).filter((name) => name.includes('.corrupt-'));
    expect(copies).toHaveLength(1);
    await expect(notice).toContainText(copies[0] ?? '');
    expect(await readFile(join(installation.folder, copies[0] ?? ''), 'utf8')).toBe(text);

    await connect(page, service.account);
    const { reference } = service.importing('autumn_ep01.mov');
    await addByPaste(page, [reference]);
    await expect(page.getByRole('row')).toContainText(outcomes.importing);
    await notice.getByRole('button', { name: shell.dismiss }).click();
    await expect(notice).toHaveCount(0);

    const again = await installation.restart();
    await expect(again.getByRole('row')).toContainText('autumn_ep01.mov');
    await expect(again.getByText('Couldn’t read')).toHaveCount(0);
  });
}
