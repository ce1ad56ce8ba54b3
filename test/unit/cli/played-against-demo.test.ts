import { expect, onTestFinished, test } from 'vitest';
import { referenceText } from '../../../main/model/asset.ts';
import { demoSpeed, fillDemoWorld } from '../../../main/simulator/demo-world.ts';
import { startSimulator, type SimulatorSettings } from '../../../main/simulator/server.ts';
import { playCommand, withPlayedClock } from './command-in-process.ts';
import type { Ended } from './command-process.ts';

/** A dozen imports of up to 42 minutes, from their beginning to their end. */

withPlayedClock();

/** The world that `npm run simulator` plays. */
async function simulate(settings: SimulatorSettings) {
  const simulator = await startSimulator(settings);
  onTestFinished(() => simulator.stop());
  const assets = new Map(
    fillDemoWorld(simulator.world, demoSpeed).map((asset) => [asset.fileName, referenceText(asset)]),
  );
  return { ...simulator, assets };
}

function start(words: readonly string[], { keys, url }: Awaited<ReturnType<typeof simulate>>) {
  const environment = { NCLOUD_ACCESS_KEY: keys.accessKey, NCLOUD_SECRET_KEY: keys.secretKey };
  return playCommand([...words, '--wait', '--api-url', url], {
    ...{ home: '/nonexistent', environment, secret: keys.secretKey },
  });
}

const changesOf = ({ lines }: Ended) =>
  lines.map((line) => JSON.parse(line) as { ref: string; from: string | null; to: string });

test('a followed project: what is in progress there to its end, and nothing of what had ended', async () => {
  const simulator = await simulate({ seed: 7, speed: 60 });
  const [project = ''] = simulator.assets.get('autumn_ep11_master.mov')!.split(/\/\d+$/);
  const ended = await start(['watch', '--project', project, '--json'], simulator).ended();
  // The trailer is refused.
  expect(ended).toMatchObject({ code: 1, errors: '' });
  const changes = changesOf(ended);
  const refs = new Set(changes.map(({ ref }) => ref));
  expect(refs.size).toBe(5);
  expect(refs).not.toContain(simulator.assets.get('autumn_ep09_master.mov'));
  for (const ref of refs) {
    const statuses = changes.filter((change) => change.ref === ref).map(({ to }) => to);
    expect(statuses).toHaveLength(2);
    expect(statuses[0]).toBe('IN_PROGRESS');
  }
  for (const [file, to] of [
    ['autumn_ep12_master.mov', 'COMPLETED'],
    ['autumn_trailer_4k.mp4', 'INVALID_METADATA'],
  ] as const)
    expect(changes.findLast(({ ref }) => ref === simulator.assets.get(file))).toMatchObject({ to });
});

test('a project that is not there is said, and makes it 3 when the time is up', async () => {
  const simulator = await simulate({ seed: 7 });
  const ended = await start(['watch', '--project', 'drama-studio/9', '--timeout', '2s'], simulator).ended();
  expect(ended.code).toBe(3);
  expect(ended.errors).toContain('drama-studio/9');
});

test('each change of two imports, and 1 because one failed', async () => {
  const simulator = await simulate({ seed: 7, speed: 60 });
  const files = ['autumn_ep11_master.mov', '2026-11-23_noon.mp4'] as const;
  const [completed, failed] = files.map((file) => simulator.assets.get(file)!);
  const ended = await start(['watch', completed!, failed!, '--json'], simulator).ended();
  expect(ended).toMatchObject({ code: 1, errors: '' });
  const changes = changesOf(ended);
  for (const [ref, to] of [
    [completed, 'COMPLETED'],
    [failed, 'FAILED'],
  ] as const)
    expect(changes.filter((change) => change.ref === ref)).toMatchObject([
      { from: null, to: 'IN_PROGRESS' },
      { from: 'IN_PROGRESS', to },
    ]);
});

test('the service goes away and comes back in mid-run: nothing is missed or told twice', async () => {
  const settings = { seed: 7, speed: 60, beganAt: Date.now() };
  const simulator = await simulate(settings);
  const files = ['autumn_ep09_master.mov', 'autumn_teaser.webm'] as const;
  const [first, second] = files.map((file) => simulator.assets.get(file)!);
  const run = start(['watch', first!, second!, '--json'], simulator);
  await Promise.all([run.said('COMPLETED'), run.said('IN_PROGRESS')]);
  await simulator.stop();
  await run.said('Can’t reach Media Intelligence');
  await simulate({ ...settings, port: Number(new URL(simulator.url).port) });
  const ended = await run.ended();
  expect(ended.errors).toContain('Responding again');
  expect(changesOf(ended)).toMatchObject([
    { from: null },
    { from: null },
    { ref: second, from: 'IN_PROGRESS', to: 'COMPLETED' },
  ]);
  expect(ended.code).toBe(0);
});
