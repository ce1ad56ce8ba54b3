import { fillDemoWorld, demoSpeed } from './demo-world.ts';
import { readSettings, usage, type CommandSettings } from './command-settings.ts';
import { startSimulator, type Simulator } from './server.ts';

const read = readSettings(process.argv.slice(2));
if (read.kind === 'help') process.stdout.write(usage);
else if (read.kind === 'run') await run(read.settings);
else {
  process.stderr.write(`simulator: ${read.reason}\n\n${usage}`);
  process.exitCode = 2;
}

/** Runs the simulator alone until it is interrupted. */
async function run(settings: CommandSettings): Promise<void> {
  const beganAt = settings.beganAt ?? Date.now();
  const simulator = await startSimulator({ ...settings, beganAt }).catch((error: unknown) => {
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
  process.stdout.write(introduction(simulator, { ...settings, beganAt }));
  // Whoever read the introduction may have closed the pipe; the service must go on.
  process.stdout.on('error', () => undefined);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.stop());
}

function introduction(
  { url, keys, world }: Simulator,
  settings: CommandSettings & { readonly beganAt: number },
): string {
  const assets = fillDemoWorld(world, demoSpeed);
  const { seed, speed, beganAt } = settings;
  const port = new URL(url).port;
  const lines = [
    `address     ${url}`,
    `access key  ${keys.accessKey}`,
    `secret key  ${keys.secretKey}`,
    `the same again: --port ${port} --seed ${seed} --speed ${speed} --began ${new Date(beganAt).toISOString()}`,
    ...assets.map(
      ({ workspace, projectId, assetId, fileName }) => `${workspace}/${projectId}/${assetId}  ${fileName}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
