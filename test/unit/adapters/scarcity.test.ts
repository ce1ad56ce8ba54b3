import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { scarcityOf, watchScarcity } from '../../../main/adapters/scarcity.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** As the kernel shows them: a folder for each, a file for each property. */
function supplies(...all: Readonly<Record<string, string>>[]): string {
  const folder = temporaryFolder();
  all.forEach((properties, index) => {
    mkdirSync(join(folder, `BAT${index}`));
    for (const [name, value] of Object.entries(properties))
      writeFileSync(join(folder, `BAT${index}`, name), `${value}\n`);
  });
  return folder;
}

function programs(all: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const PATH = temporaryFolder();
  for (const [name, prints] of Object.entries(all)) {
    writeFileSync(join(PATH, name), `#!/bin/sh\n${prints}\n`);
    chmodSync(join(PATH, name), 0o700);
  }
  return { PATH };
}

const none = { platform: 'linux', environment: { PATH: '' }, powerSupplies: '/nowhere' } as const;
const low = { type: 'Battery', status: 'Discharging', capacity: '29' };

it.each([
  ['discharges below the limit', [low], ['battery']],
  ['is one of two', [{ ...low, capacity: '80' }, low], ['battery']],
  ['discharges above it', [{ ...low, capacity: '30' }], []],
  ['is charged', [{ ...low, status: 'Charging' }], []],
  ['is that of a mouse', [{ ...low, scope: 'Device' }], []],
  ['does not tell', [{ type: 'Battery', status: 'Discharging' }], []],
  ['is none', [{ type: 'Mains', online: '1' }], []],
])('of a battery that %s', async (_what, all, scarce) => {
  expect(await scarcityOf({ ...none, powerSupplies: supplies(...all) })).toEqual(scarce);
});

it.runIf(process.platform === 'linux').each([
  ['busctl', "echo 'u 1'", ['line']],
  ['busctl', "echo 'u 3'", ['line']],
  ['busctl', "echo 'u 4'", []],
  ['busctl', 'exit 1', []],
  ['gdbus', "echo '(<uint32 3>,)'", ['line']],
  ['dbus-send', "printf 'method return time=1.3 serial=9\\n   variant       uint32 1\\n'", ['line']],
  ['dbus-send', "printf 'method return time=1.3 serial=9\\n   variant       uint32 2\\n'", []],
])('of a line that %s tells of: %s', async (program, prints, scarce) => {
  expect(await scarcityOf({ ...none, environment: programs({ [program]: prints }) })).toEqual(scarce);
});

it('is not known elsewhere', async () => {
  const powerSupplies = supplies(low);
  for (const platform of ['darwin', 'win32'] as const)
    expect(await scarcityOf({ ...none, platform, powerSupplies })).toEqual([]);
});

afterEach(() => vi.useRealTimers());

it('is told where it changes, and no more once it is over', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const powerSupplies = supplies(low);
  const capacity = join(powerSupplies, 'BAT0', 'capacity');
  const told: string[] = [];
  const stop = watchScarcity({ ...none, powerSupplies }, ({ scarce }) => told.push(scarce.join()));
  await vi.waitFor(() => expect(told).toEqual(['battery']));
  writeFileSync(capacity, '80');
  vi.advanceTimersByTime(120_000);
  await vi.waitFor(() => expect(told).toEqual(['battery', '']));
  stop();
  expect(vi.getTimerCount()).toBe(0);
});
