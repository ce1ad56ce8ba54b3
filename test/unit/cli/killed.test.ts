import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { seededRandom, startSimulator, type Simulator } from '../../../main/simulator/server.ts';
import { startCommand, type Running } from './command-process.ts';

vi.setConfig({ testTimeout: 90_000 });

const seed = Date.now() % 1_000_000;
const kills = 8;
const ids = [1, 2, 3, 4, 5, 6];
const secretKey = 'CANARYSECRETKEY000000000000000000000001';
const keys = { accessKey: 'CANARYACCESSKEY00001', secretKey };

let home = '';
let simulator: Simulator;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'import-watch-killed-'));
  simulator = await startSimulator({ keys });
  simulator.world.addWorkspace('drama');
  for (const assetId of ids)
    simulator.world.addAsset({
      ...{ workspace: 'drama', projectId: 1, assetId, fileName: `take-${assetId}.mov` },
      script: { endsAfterMs: null, as: 'COMPLETED' },
    });
});

afterEach(async () => {
  await simulator.stop();
  await rm(home, { recursive: true });
});

function start(...more: string[]): Running {
  const references = ids.map((id) => `drama/1/${id}`);
  return startCommand(['watch', ...references, '--json', '--api-url', simulator.url, ...more], {
    home,
    environment: { NCLOUD_ACCESS_KEY: keys.accessKey, NCLOUD_SECRET_KEY: secretKey },
    secret: secretKey,
  });
}

const changesIn = (lines: readonly string[]) =>
  lines.map((line) => JSON.parse(line) as { ref: string; from: string | null; to: string });

/** Kills it after so many lines; at 0, so many milliseconds after its start. */
async function killAfter(run: Running, lines: number, ms: number): Promise<void> {
  await (lines > 0 ? run.saidLines(lines) : new Promise((reached) => setTimeout(reached, ms)));
  run.child.kill('SIGKILL');
}

/** The command keeps nothing between two runs: each one tells anew how things stand, and what changes from there. */
test(`killed ${kills} times (seed ${seed}), each run tells a status once in whole lines, and nothing stays behind`, async () => {
  const chance = seededRandom(seed);
  for (let kill = 0; kill < kills; kill += 1) {
    const going = ids.filter((id) => simulator.world.assets.get(id)?.script.endsAfterMs === null);
    const run = start();
    if (kill % 2 === 1) simulator.world.end(going[Math.floor(chance() * going.length)]!, 'FAILED');
    await killAfter(run, Math.floor(chance() * (ids.length + 1)), chance() * 400);
    const { code, lines, errors } = await run.ended;
    expect({ code, signal: run.child.signalCode, errors }).toEqual({
      ...{ code: null, signal: 'SIGKILL', errors: '' },
    });
    const changes = changesIn(lines);
    const told = changes.map(({ ref, to }) => `${ref} ${to}`);
    expect(new Set(told).size).toBe(told.length);
    // What a run tells of an asset begins with its first look, and each change goes on from the one before.
    for (const id of ids) {
      const [first, ...later] = changes.filter(({ ref }) => ref === `drama/1/${id}`);
      expect(first?.from ?? null).toBe(null);
      later.forEach(({ from }, index) => expect(from).toBe([first, ...later][index]?.to));
    }
    expect(await readdir(home)).toEqual([]);
  }

  for (const id of ids)
    if (simulator.world.assets.get(id)?.script.endsAfterMs === null) simulator.world.end(id, 'COMPLETED');
  const { code, lines } = await start('--wait').ended;
  expect(code).toBe(1);
  expect(changesIn(lines).toSorted((one, other) => one.ref.localeCompare(other.ref))).toMatchObject(
    ids.map((id) => ({
      ref: `drama/1/${id}`,
      from: null,
      to: simulator.world.assets.get(id)?.script.as,
    })),
  );
});
