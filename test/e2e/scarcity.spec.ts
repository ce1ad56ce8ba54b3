import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { words } from '../../words/words.ts';
import { expect, test } from '../support/journey.ts';
import { watchOne } from '../support/person.ts';

const { shell } = words.en;

// A NetworkManager that says that the line is metered, as `busctl` prints it.
const programs = mkdtempSync(join(tmpdir(), 'import-watch-programs-'));
const busctl = join(programs, 'busctl');
writeFileSync(busctl, `#!/bin/sh\ncase "$*" in *NetworkManager*) echo 'u 1';; *) echo 'b false';; esac\n`);
chmodSync(busctl, 0o700);
test.use({ installationOptions: { environment: { PATH: `${programs}:${process.env['PATH']}` } } });
test.afterAll(() => rmSync(programs, { recursive: true }));

test('on a metered line the header says that less is asked, and an end is told all the same', async ({
  banners,
  installation,
  service,
}) => {
  const page = await installation.start();
  const { id } = await watchOne(page, service);
  await expect(page.getByRole('banner')).toContainText(shell.scarce.line);
  service.world.end(id, 'COMPLETED');
  await expect.poll(banners, { timeout: 60_000 }).toHaveLength(1);
});
