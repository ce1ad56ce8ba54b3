import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { words } from '../../words/words.ts';
import { addByPaste, connect, enterAccount } from '../support/person.ts';
import { expect, test } from '../support/journey.ts';
import { showView } from '../support/show-view.ts';

const { account: said, outcomes, shell } = words.en;
const secretKey = 'CanarySecret7Zq4Wx9Lm2Tk8Vb5Nc1Rd6Hf3Js0';

/** The secret as it might lie in a file: as it is, encoded as a whole or within something longer, or a good part of it. */
function traces(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  // Base64 of a text inside of a longer one depends on its place; without the first and last sign or two it is the same.
  const inner = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(4, 40),
  );
  const utf16 = Buffer.from(secret, 'utf16le').toString('latin1');
  return [
    secret.slice(0, 12),
    secret.slice(-12),
    bytes.toString('hex'),
    utf16,
    [...secret].reverse().join(''),
    ...inner,
  ];
}

async function filesIn(folder: string): Promise<readonly { path: string; content: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(files.map(async (path) => ({ path, content: await readFile(path, 'latin1') })));
}

for (const keyring of ['ready', 'none']) {
  test.describe(`with keyring "${keyring}"`, () => {
    test.use({
      serviceSettings: { keys: { accessKey: 'CANARYACCESSKEY00001', secretKey } },
      installationOptions: { environment: { STAND_IN_KEYRING: keyring } },
    });

    test('a secret key that was entered is found nowhere', async ({ banners, installation, service }) => {
      const seen: string[] = [];
      let page = await installation.start();
      const look = async (where: string) => {
        const inputs = await page
          .locator('input, textarea')
          .evaluateAll((fields) =>
            fields.map((field) => (field as unknown as { value: string }).value).join('\n'),
          );
        seen.push(`${where}: ${await page.content()}\n${inputs}`);
      };
      const leave = async () => {
        for (const message of await installation.run().messages()) seen.push(`message: ${message}`);
      };

      // Refused, tested and kept: each of them has the key in hand.
      await enterAccount(page, { ...service.account, apiUrl: 'http://example.com' });
      await page.getByRole('button', { name: said.save, exact: true }).click();
      await expect(page.getByRole('alert')).toBeVisible();
      seen.push(`refusal: ${await page.getByRole('alert').innerText()}`);
      await enterAccount(page, { ...service.account, secretKey: `${secretKey} twice ${secretKey}` });
      await page.getByRole('button', { name: said.test, exact: true }).click();
      await expect(page.getByRole('alert').filter({ hasText: said.testNotRun })).toBeVisible();
      await enterAccount(page, service.account);
      await page.getByRole('button', { name: said.testAgain }).click();
      await expect(page.getByRole('list', { name: said.testTitle })).toContainText(said.steps.workspaces);
      await connect(page, service.account);
      await look('account, saved');

      // Requests that are signed with it succeed, fail, and end with banners.
      const first = service.importing('autumn_ep01.mov');
      const second = service.importing('autumn_ep02.mov');
      await addByPaste(page, [first.reference, second.reference]);
      for (const name of ['autumn_ep01.mov', 'autumn_ep02.mov'])
        await expect(page.getByRole('row').filter({ hasText: name })).toContainText(outcomes.importing);
      service.world.end(first.id, 'INVALID_METADATA');
      await page.getByRole('button', { name: shell.checkNow }).click();
      await expect.poll(banners).toHaveLength(1);
      service.faults.set('service', 'wrong-key');
      await connect(page, service.account);
      await page.getByRole('button', { name: shell.checkNow }).click();
      await expect.poll(banners).toHaveLength(2);
      service.faults.clear();
      for (const view of ['watchlist', 'inbox', 'account', 'settings'] as const) {
        await showView(page, view);
        await look(view);
      }
      // An error of our own that has it in its text is logged and shown without it.
      await installation.run().app.evaluate((_electron, text) => {
        setImmediate(() => {
          throw new Error(text);
        });
      }, `a planted error with ${secretKey}`);
      await expect(page.getByText(shell.warnings.wentWrong)).toBeVisible();
      await look('went wrong');
      await leave();

      // And again as it was read back from the disk.
      page = await installation.restart();
      await expect(page.getByRole('row').filter({ hasText: 'autumn_ep02.mov' })).toBeVisible();
      await showView(page, 'account');
      await look('account, read back');
      await leave();
      await installation.quit();

      for (const banner of await banners()) seen.push(`banner: ${JSON.stringify(banner)}`);
      seen.push(`output: ${installation.output()}`);
      const files = await filesIn(installation.folder);
      for (const { path, content } of files) seen.push(`${path}: ${content}`);

      for (const trace of traces(secretKey))
        expect(seen.filter((each) => each.includes(trace)).map((each) => each.slice(0, 200))).toEqual([]);
      // What must be there is there, so the search looks in the right places.
      for (const place of ['message: ', 'banner: ', 'inbox: ', join(installation.folder, 'watchlist')])
        expect(
          seen.some((each) => each.startsWith(place) && each.includes('autumn_ep01.mov')),
          place,
        ).toBe(true);
      expect(files.find(({ path }) => path.endsWith('vault.json'))?.content).toContain('"scheme"');
      const logs = files.filter(({ path }) => path.endsWith('.log')).map(({ content }) => content);
      expect(logs.join('\n')).toContain('a planted error with');
      expect(seen.find((each) => each.startsWith('went wrong'))).toContain('a planted error with');
    });
  });
}
