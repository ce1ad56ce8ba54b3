import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator, type Simulator } from '../../main/simulator/server.ts';
import { usageOf, type Usage } from './engine/usage-of.ts';
import { report, type Figures } from './figures.ts';

/**
 * Processor time and memory of a thousand polls: the command line, the plainest loop that can be written, and a shell loop, one
 * after another against the same service in this process. A short and a long run of each tell its start from its polls.
 */
const [fewMs, manyMs] = [5_000, 105_000];
/** Imports that are watched together: each is asked for every five seconds while it is young, which makes five polls a second. */
const watched = 25;
/** A loop that waits as long pays for the same number of wake-ups. */
const paceMs = 200;

const room = (file: string) => join(import.meta.dirname, 'engine', file);
const home = mkdtempSync(join(tmpdir(), 'import-watch-bench-'));
const simulator = await startSimulator({ seed: 7 });
const assets = fill(simulator, watched);
const environment = {
  HOME: home,
  NCLOUD_ACCESS_KEY: simulator.keys.accessKey,
  NCLOUD_SECRET_KEY: simulator.keys.secretKey,
};

interface Contestant {
  readonly name: string;
  /** Polls for about so long, one each 200 ms, or as many times as that would be. */
  readonly run: (forMs: number) => Promise<Usage>;
}

const node = (words: readonly string[]) => usageOf(process.execPath, words, environment);
const inTurn = (forMs: number) =>
  Array.from({ length: forMs / paceMs }, (_, index) => assets[index % watched] ?? '');
const contestants: readonly Contestant[] = [
  {
    name: `plain loop, one each ${paceMs} ms`,
    run: (forMs) => node([room('plain-loop.ts'), simulator.url, ...inTurn(forMs), '--pace', String(paceMs)]),
  },
  {
    name: 'import-watch watch',
    run: (forMs) =>
      node([
        'out/main/cli.js',
        'watch',
        ...assets,
        '--timeout',
        `${forMs / 1_000}s`,
        '--api-url',
        simulator.url,
      ]),
  },
  {
    name: 'plain loop, without a pause',
    run: (forMs) => node([room('plain-loop.ts'), simulator.url, ...inTurn(forMs)]),
  },
  {
    name: 'shell loop of openssl and curl, without a pause',
    run: (forMs) => usageOf('bash', [room('shell-loop.sh'), simulator.url, ...inTurn(forMs)], environment),
  },
];

try {
  const rows: Figures[] = [];
  for (const contestant of contestants) rows.push(await figuresOf(contestant));
  const [plain, ours] = rows.map((row) => Number(row['CPU ms per 1,000 polls']));
  report('engine', rows);
  console.log(
    `import-watch takes ${((ours ?? NaN) / (plain ?? NaN)).toFixed(2)} of the plain loop at its pace (goal: 1.3)`,
  );
} finally {
  await simulator.stop();
  rmSync(home, { recursive: true, force: true });
}

async function figuresOf({ name, run }: Contestant): Promise<Figures> {
  if (name.startsWith('shell') && !has('curl', 'openssl')) return { what: `${name}: not on this machine` };
  const short = await counted(() => run(fewMs));
  const long = await counted(() => run(manyMs));
  const perPoll = (long.cpuMs - short.cpuMs) / (long.polls - short.polls);
  return {
    what: name,
    polls: long.polls,
    'CPU ms per 1,000 polls': Math.round(perPoll * 1_000),
    'CPU ms to start': Math.round(short.cpuMs - perPoll * short.polls),
    'peak MiB': long.peakMiB,
  };
}

/** How many requests came meanwhile, as the service counts them. */
async function counted(work: () => Promise<Usage>): Promise<Usage & { readonly polls: number }> {
  const before = simulator.requests().length;
  const usage = await work();
  return { ...usage, polls: simulator.requests().length - before };
}

function has(...programs: readonly string[]): boolean {
  return programs.every(
    (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined,
  );
}

/** Imports that go on for longer than the benchmark; `workspace/project/asset` of each. */
function fill({ world }: Simulator, count: number): string[] {
  const workspace = 'bench-archive';
  const { projectId } = world.addWorkspace(workspace);
  return Array.from({ length: count }, (_, index) => {
    const fileName = `episode_${index}.mov`;
    const script = { endsAfterMs: 3_600_000, as: 'COMPLETED' } as const;
    const { assetId } = world.addAsset({ workspace, projectId, fileName, script });
    return `${workspace}/${projectId}/${assetId}`;
  });
}
