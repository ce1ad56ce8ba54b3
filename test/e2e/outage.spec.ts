import { words } from '../../words/words.ts';
import { watchOne } from '../support/person.ts';
import { expect, projectId, startService, test, workspace } from '../support/journey.ts';

const { outcomes, problems, shell } = words.en;

test('a service that is gone is "not known", never a failure, and its return is seen', async ({
  banners,
  installation,
  service,
}) => {
  const page = await installation.start();
  const { id } = await watchOne(page, service);
  const row = page.getByRole('row');

  const port = Number(new URL(service.url).port);
  await service.stop();
  await page.getByRole('button', { name: shell.checkNow }).click();
  await expect(row).toContainText(problems.offline.title);
  await expect(row).toContainText(/updated (\d+ s ago|just now)/);
  await expect(row).toContainText(outcomes.importing);
  await expect
    .poll(() => installation.tray().toolTip())
    .toMatch(/^1 importing · Can’t reach Media Intelligence · last response .+ · (retrying in|retrying now)/);
  expect(await banners()).toEqual([]);

  const back = await startService({ port });
  try {
    const script = { endsAfterMs: 0, as: 'COMPLETED' } as const;
    back.world.addAsset({ workspace, projectId, fileName: 'autumn_ep01.mov', assetId: id, script });
    await page.getByRole('button', { name: shell.checkNow }).click();
    await expect(row).toContainText(outcomes.completed);
    await expect(row).not.toContainText(problems.offline.title);
    await expect.poll(banners).toHaveLength(1);
    expect((await banners())[0]?.summary).toBe('Completed: autumn_ep01.mov');
  } finally {
    await back.stop();
  }
});

const troubles = [
  { fault: 'half-answer', problem: 'unreadable' },
  { fault: 'login-page', problem: 'intercepted' },
  { fault: 'throttled', problem: 'rate-limit' },
  { fault: 'unexpected', problem: 'service' },
] as const;

test('a spoiled answer is told as what it is, and changes nothing that is known', async ({
  banners,
  installation,
  service,
}) => {
  const page = await installation.start();
  await watchOne(page, service);
  const row = page.getByRole('row');

  for (const { fault, problem } of troubles) {
    service.faults.set('service', fault);
    await page.getByRole('button', { name: shell.checkNow }).click();
    await expect(row).toContainText(problems[problem].title);
    // Of the one import, or once for all of the account.
    await expect(page.getByText(problems[problem].advice)).toHaveCount(1);
    await expect(row).toContainText(outcomes.importing);
    service.faults.clear();
    await page.getByRole('button', { name: shell.checkNow }).click();
    await expect(row).not.toContainText(problems[problem].title);
  }
  expect(await banners()).toEqual([]);
});
