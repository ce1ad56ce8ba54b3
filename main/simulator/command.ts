import { parseArgs } from 'node:util';
import { fillDemoWorld } from './demo-world.ts';
import { startSimulator } from './server.ts';

const usage = `Usage: npm run simulator -- [--port 4010] [--seed 7] [--speed 60] [--control]

  --port     where it listens on this computer; 0 takes any free port (default 4010)
  --seed     decides everything that is left to chance (default 1)
  --speed    simulated seconds in a second (default 1)
  --control  opens /__simulator/…, by which faults, the clock and imports are switched (POST, JSON)
`;

/** Runs the simulator alone until it is interrupted. */
async function run(): Promise<void> {
  const settings = readSettings(process.argv.slice(2));
  if (settings === null) {
    process.stderr.write(usage);
    process.exitCode = 2;
    return;
  }
  const simulator = await startSimulator(settings).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      `The simulator cannot listen on port ${settings.port}: ${reason}\nTry another --port, or 0.\n`,
    );
    return null;
  });
  if (simulator === null) {
    process.exitCode = 1;
    return;
  }
  const assets = fillDemoWorld(simulator.world, settings.speed);
  const lines = [
    `address     ${simulator.url}`,
    `access key  ${simulator.keys.accessKey}`,
    `secret key  ${simulator.keys.secretKey}`,
    ...assets.map(
      ({ workspace, projectId, assetId, fileName }) => `${workspace}/${projectId}/${assetId}  ${fileName}`,
    ),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.stop());
}

function readSettings(
  words: string[],
): { port: number; seed: number; speed: number; control: boolean } | null {
  try {
    const { values } = parseArgs({
      args: words,
      options: {
        port: { type: 'string', default: '4010' },
        seed: { type: 'string', default: '1' },
        speed: { type: 'string', default: '1' },
        control: { type: 'boolean', default: false },
      },
    });
    const [port, seed, speed] = [Number(values.port), Number(values.seed), Number(values.speed)];
    const valid = Number.isInteger(port) && port >= 0 && port < 65_536 && Number.isInteger(seed) && speed > 0;
    return valid ? { port, seed, speed, control: values.control } : null;
  } catch {
    return null;
  }
}

await run();
