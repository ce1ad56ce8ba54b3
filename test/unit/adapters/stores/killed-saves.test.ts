import '../../../support/electron-path.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { seededRandom } from '../../../../main/simulator/server.ts';
import { temporaryFolderInMemory } from '../../../support/temporary-folder.ts';
import { openIn } from './opened.ts';

const kills = 10;
const seed = Date.now() % 1_000_000;
const program = join(import.meta.dirname, 'endless-saving.ts');

test(
  'a killed app leaves every finished save, and all or nothing of the one in progress',
  { timeout: 120_000 },
  async () => {
    const folder = join(temporaryFolderInMemory(), 'user');
    const chance = seededRandom(seed);
    for (let kill = 1; kill <= kills; kill += 1) {
      const finished = await saveUntilKilled(folder, 1 + Math.floor(chance() * 3), chance() * 60);
      const store = await openIn(folder);
      const where = `kill ${kill} of seed ${seed}`;
      expect(store.warnings, where).toEqual([]);
      const last = store.stored.notices.length;
      expect([finished, finished + 1], where).toContain(last);
      expect(
        store.stored.notices.map(({ at }) => at),
        where,
      ).toEqual(Array.from({ length: last }, (_, index) => index + 1));
      expect(store.stored.watches, where).toHaveLength(600);
      expect(new Set(store.stored.watches.map(({ label }) => label)), where).toEqual(new Set([String(last)]));
      await store.close();
    }
  },
);

/** Kills the process some milliseconds after a number of saves. Returns the number of its last finished save. */
async function saveUntilKilled(folder: string, saves: number, afterMs: number): Promise<number> {
  const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const numbers: number[] = [];
  const lines = createInterface({ input: child.stdout });
  const reached = new Promise<void>((resolve) => {
    lines.on('line', (line) => numbers.push(Number(line)) >= saves && resolve());
  });
  const closed = Promise.all([once(child, 'close'), once(lines, 'close')]);
  await Promise.race([reached, closed]);
  await setTimeout(afterMs);
  child.kill('SIGKILL');
  const [[code, signal]] = await closed;
  expect([code, signal]).toEqual([null, 'SIGKILL']);
  return numbers.at(-1)!;
}
