import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createClient } from '../../main/mi/client.ts';
import { storedKinds, type StoredChanges } from '../../main/model/stored.ts';
import { createState } from '../../main/monitor/state.ts';
import { followCards } from '../../main/monitor/view/rows.ts';
import { askClient } from '../../main/runner/ask-client.ts';
import { createRunner } from '../../main/runner/runner.ts';
import { setTimer } from '../../main/runner/timer.ts';
import { demoKeys } from '../../main/simulator/demo-keys.ts';
import { someSettings } from '../unit/monitor/stage.ts';
import { portsWith } from '../unit/runner/ports.ts';
import { report, type Figures } from './figures.ts';

/**
 * What looks at a followed project cost: the first one, which sees every asset for the first time, and a later one, which finds
 * nothing new. The monitor, the runner and the client against the service in another process, at the account's own pace.
 */
const sizes = [1_000, 10_000, 100_000];
const account = 'a1';
const workspace = 'news-archive';

const rows: Figures[] = [];
for (const assets of sizes) rows.push(...(await figuresOf(assets)));
report('follow', rows);

async function figuresOf(assets: number): Promise<Figures[]> {
  const service = fork(join(import.meta.dirname, 'follow/service.ts'), [String(assets)]);
  const [{ url, projectId }] = (await once(service, 'message')) as [{ url: string; projectId: number }];
  const desk = createDesk(url);
  try {
    const before = heap();
    desk.runner.dispatch({ kind: 'account-ready', account, keptAt: 0 });
    const place = { account, workspace, projectId, projectName: 'All of it' };
    const first = await look(desk, () => desk.runner.dispatch({ kind: 'followed', ...place }));
    const kept = heap() - before;
    const later = await look(desk, () => desk.runner.dispatch({ kind: 'look-now', follows: 'all' }));
    const [follow] = followCards(desk.runner.state);
    const common = { assets, 'kept KB': Math.round(kept / 1_024), known: follow?.known ?? 0 };
    return [
      { look: 'first', ...common, ...first },
      { look: 'later', ...common, ...later },
    ];
  } finally {
    await desk.runner.stop();
    service.disconnect();
    await once(service, 'exit');
  }
}

function createDesk(url: string) {
  const state = createState({ at: Date.now(), seed: 7, settings: someSettings, pausedUntil: null });
  const client = createClient({ fetch, now: Date.now, credentials: () => demoKeys, apiUrl: url });
  const counts = { requests: 0, bytes: 0 };
  const waiting = new Set<() => void>();
  const runner = createRunner(
    state,
    portsWith({
      setTimer,
      ask: (ask, signal) => {
        counts.requests += 1;
        return askClient(client, ask, signal);
      },
      save: (changes) => {
        counts.bytes += bytesOf(changes);
        return Promise.resolve();
      },
      changed: () => {
        for (const check of waiting) check();
      },
    }),
  );
  return { runner, counts, waiting };
}

/** The rows as the store writes them. */
function bytesOf(changes: StoredChanges): number {
  const rows = storedKinds.flatMap((kind) => [...changes[kind].values()]);
  return rows.reduce((sum, row) => sum + Buffer.byteLength(JSON.stringify(row)), 0);
}

/** Begins a look and waits for its end; what it cost. */
async function look(
  { runner, counts, waiting }: ReturnType<typeof createDesk>,
  begin: () => void,
): Promise<Figures> {
  const before = { ...counts };
  const lookedAt = () => followCards(runner.state)[0]?.lookedAt ?? 0;
  const old = lookedAt();
  const cpu = process.cpuUsage();
  // A timer of a millisecond: whatever looks more often would be measured itself.
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  await new Promise<void>((resolve) => {
    const check = () => {
      if (lookedAt() === old || runner.state.savedRevision.value < runner.state.revision.value) return;
      waiting.delete(check);
      resolve();
    };
    waiting.add(check);
    begin();
  });
  const ms = performance.now() - began;
  delay.disable();
  const { user, system } = process.cpuUsage(cpu);
  return {
    requests: counts.requests - before.requests,
    seconds: Number((ms / 1_000).toFixed(1)),
    'CPU ms': Math.round((user + system) / 1_000),
    'longest block ms': Number((delay.max / 1e6).toFixed(1)),
    'bytes written': counts.bytes - before.bytes,
  };
}

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
