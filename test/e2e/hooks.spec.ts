import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { dialogWords } from '../../words/dialog-words.ts';
import { words } from '../../words/words.ts';
import { signatureOf } from '../../main/hooks/send-webhook.ts';
import { addByPaste, connect } from '../support/person.ts';
import { expect, test as plain } from '../support/journey.ts';
import { showView } from '../support/show-view.ts';

const { hooks, outcomes, refusals, shell, watchlist } = words.en;

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Receiver {
  readonly address: string;
  readonly origin: string;
  readonly received: Received[];
  /** The HTTP status of each reply; null for none at all. */
  reply: number | null;
}

const test = plain.extend<{ readonly receiver: Receiver }>({
  /** A server of the person's own. */
  receiver: async ({ installation: _ }, use) => {
    const receiver = { address: '', origin: '', received: [] as Received[], reply: 200 as number | null };
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => (body += String(part)));
      request.on('end', () => {
        receiver.received.push({ headers: request.headers, body });
        if (receiver.reply !== null) response.writeHead(receiver.reply).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    receiver.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    receiver.address = `${receiver.origin}/services/T0/CANARY-PATH-4711`;
    await use(receiver);
    server.closeAllConnections();
    server.close();
  },
});

/** Answers the dialogs of the system as a person would, and notes what they ask. */
async function answerDialogs(app: ElectronApplication, path: string | null, agrees = true): Promise<void> {
  await app.evaluate(
    ({ dialog }, given) => {
      const asked: string[] = [];
      Object.assign(globalThis, { asked });
      dialog.showOpenDialog = () =>
        Promise.resolve({
          canceled: given.path === null,
          filePaths: given.path === null ? [] : [given.path],
        });
      dialog.showMessageBox = ((...words: { message?: string }[]) => {
        asked.push(words.at(-1)?.message ?? '');
        return Promise.resolve({ response: given.agrees ? 0 : 1, checkboxChecked: false });
      }) as typeof dialog.showMessageBox;
    },
    { path, agrees },
  );
}

const asked = (app: ElectronApplication) =>
  app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);

async function addWebhook(page: Page, address: string, secret = ''): Promise<void> {
  await showView(page, 'settings');
  await page.getByRole('button', { name: hooks.add, exact: true }).click();
  await page.getByLabel(hooks.address).fill(address);
  await page.getByLabel(hooks.shape).selectOption(hooks.shapes.facts);
  await page.getByLabel(hooks.secret).fill(secret);
  await page.getByRole('button', { name: hooks.save, exact: true }).click();
}

async function addProgram(page: Page): Promise<void> {
  await showView(page, 'settings');
  await page.getByRole('button', { name: hooks.add, exact: true }).click();
  await page.getByLabel(hooks.kind).selectOption(hooks.program);
  await page.getByRole('button', { name: hooks.chooseProgram }).click();
}

function programIn(folder: string, text: string): string {
  const path = join(folder, 'tell.sh');
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o700);
  return path;
}

async function showDetails(page: Page): Promise<void> {
  await page.getByRole('row').filter({ hasText: 'autumn_ep01' }).click();
  await page.getByRole('button', { name: watchlist.details, exact: true }).click();
}

const typeOf = ({ body }: Received) => (JSON.parse(body) as { type: string }).type;

test('a program that the person chose runs after an import, also where no notification is wanted', async ({
  installation,
  service,
}) => {
  const page = await installation.start();
  await connect(page, service.account);
  const path = programIn(installation.folder, 'echo "$IMPORT_WATCH_EVENT $IMPORT_WATCH_NAME" >>told');
  const { app } = installation.run();
  await answerDialogs(app, path);
  await addProgram(page);
  const line = page.getByRole('listitem').filter({ hasText: path });
  await expect(line).toContainText(hooks.events.completed);
  expect(await asked(app)).toEqual([dialogWords.en.program.question(path)]);

  await line.getByRole('button', { name: hooks.tryIt }).click();
  await expect(line.getByRole('status')).toHaveText(hooks.done('tell.sh'));
  await page.getByRole('switch', { name: words.en.settings.labels.noticeCompleted }).click();

  const { id, reference } = service.importing('autumn_ep01 $(touch x).mov');
  await addByPaste(page, [reference]);
  await expect(page.getByRole('row')).toContainText(outcomes.importing);
  service.world.end(id, 'COMPLETED');
  await page.getByRole('button', { name: shell.checkNow }).click();
  await showDetails(page);
  await expect(page.getByRole('region', { name: words.en.timeline.title })).toContainText(
    hooks.done('tell.sh'),
  );
  const told = () => readFile(join(installation.folder, 'told'), 'utf8');
  await expect.poll(told).toBe('completed sample.mp4\ncompleted autumn_ep01 $(touch x).mov\nall-done \n');
});

test('nothing is made of a program that the person did not choose, or did not agree to', async ({
  installation,
  service,
}) => {
  const page = await installation.start();
  await connect(page, service.account);
  const { app } = installation.run();
  await answerDialogs(app, null);
  await addProgram(page);
  await expect(page.getByRole('button', { name: hooks.chooseProgram })).toBeEnabled();
  await answerDialogs(app, '/bin/true', false);
  await page.getByRole('button', { name: hooks.chooseProgram }).click();
  await expect(page.getByText(refusals.codes['not-agreed'])).toBeVisible();
  await expect(page.getByRole('button', { name: hooks.tryIt })).toHaveCount(0);
});

test('an address that is none is refused at its field, and no dialog is shown', async ({
  installation,
  service,
}) => {
  const page = await installation.start();
  await connect(page, service.account);
  const { app } = installation.run();
  await answerDialogs(app, null);
  await addWebhook(page, 'http://hooks.example/services');
  await expect(page.getByText(refusals.faults['no-webhook-address'])).toBeVisible();
  expect(await asked(app)).toEqual([]);
});

test('what ended as the app was killed comes to the webhook with the same name at each try, signed, and its address is nowhere in the clear', async ({
  installation,
  receiver,
  service,
}) => {
  let page = await installation.start();
  await connect(page, service.account);
  const { app } = installation.run();
  await answerDialogs(app, null);
  const secret = 'CANARY-SECRET-0815-of-the-person';
  await addWebhook(page, receiver.address, secret);
  const line = page.getByRole('listitem').filter({ hasText: receiver.origin });
  await expect(line).toBeVisible();
  expect(await asked(app)).toEqual([dialogWords.en.webhook.question(receiver.origin)]);

  const { id, reference } = service.importing('autumn_ep01.mov');
  await addByPaste(page, [reference]);
  await expect(page.getByRole('row')).toContainText(outcomes.importing);
  // The server has it and never says so; then it is as good as gone.
  receiver.reply = null;
  service.world.end(id, 'FAILED');
  await page.getByRole('button', { name: shell.checkNow }).click();
  await expect.poll(() => receiver.received.length).toBe(1);
  await installation.crash();

  receiver.reply = 503;
  page = await installation.start();
  await showDetails(page);
  const history = page.getByRole('region', { name: words.en.timeline.title });
  await expect(history).toContainText(hooks.faults.busy(receiver.origin, ' (503)'));
  receiver.reply = 204;
  await installation.crash();

  page = await installation.start();
  await showDetails(page);
  await expect(page.getByRole('region', { name: words.en.timeline.title })).toContainText(
    hooks.done(receiver.origin),
  );
  await expect.poll(() => receiver.received.map(typeOf)).toContain('imports.all_done');
  const ends = receiver.received.filter((each) => typeOf(each) === 'import.failed');
  expect(ends.length).toBeGreaterThanOrEqual(3);
  expect(new Set(ends.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  for (const { headers, body } of receiver.received) {
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
    expect(headers['webhook-signature']).toBe(signatureOf(secret, signed));
  }

  const written = ['watchlist.db', 'watchlist.db-wal', 'settings.json', 'vault.json', 'main.log'].map(
    (name) => {
      try {
        return readFileSync(join(installation.folder, name), 'latin1');
      } catch {
        return '';
      }
    },
  );
  const shown = await page.content();
  for (const text of [...written, shown, installation.output()])
    expect(/CANARY-(PATH|SECRET)/.test(text)).toBe(false);
});
