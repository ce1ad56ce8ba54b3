import { expect, test } from '../support/journey.ts';
import { addByPaste, connect } from '../support/person.ts';
import { showView } from '../support/show-view.ts';

test('a hundred imports of one project are told once each, and the list is asked in the place of most of them', async ({
  installation,
  service,
}) => {
  // Five requests a second: a hundred first looks and a hundred last ones take forty seconds.
  test.setTimeout(300_000);
  const wait = { timeout: 60_000 };
  const targetsSince = (from: number, pattern: RegExp) =>
    service
      .requests()
      .slice(from)
      .filter(({ target }) => pattern.test(target))
      .map(({ target }) => target);
  const [states, pages] = [/import-status$/, /assets\?/];

  const imports = Array.from({ length: 100 }, (_, number) => service.importing(`episode_${number}.mov`));
  const page = await installation.start();
  await connect(page, service.account);
  await addByPaste(
    page,
    imports.map(({ reference }) => reference),
  );
  await expect.poll(() => new Set(targetsSince(0, states)).size, wait).toBe(100);
  const [early, late] = [imports.slice(0, 20), imports.slice(20)];
  for (const { id } of early) service.world.end(id, 'COMPLETED');
  await expect.poll(() => installation.tray().toolTip(), wait).toMatch(/^80 importing/);

  // It is known by now how the list shows an end. What was planned before that is asked once more, and then few are.
  const read = async (times: number) => {
    const from = service.requests().length;
    await expect.poll(() => targetsSince(from, pages).length, wait).toBeGreaterThanOrEqual(times);
    return targetsSince(from, states).length;
  };
  await read(3);
  expect(await read(2)).toBeLessThan(late.length / 2);

  for (const { id } of late) service.world.end(id, 'COMPLETED');
  await expect.poll(() => installation.tray().toolTip(), wait).not.toMatch(/importing/);
  await showView(page, 'inbox');
  await expect(page.getByRole('listitem')).toHaveCount(100);
});
