import { parseArgs } from 'node:util';
import { demoSpeed } from './demo-world.ts';

export interface CommandSettings {
  readonly port: number;
  readonly seed: number;
  /** Simulated seconds in a second. */
  readonly speed: number;
  /** Epoch ms; null begins a new world now. */
  readonly beganAt: number | null;
  readonly control: boolean;
}

export type ReadSettings =
  | { readonly kind: 'run'; readonly settings: CommandSettings }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly reason: string };

export const usage = `Usage: npm run simulator -- [--port 4010] [--seed 7] [--speed ${demoSpeed}] [--began MOMENT] [--control]

Plays the service on this computer, with a dozen imports that complete or fail, each way.

  --port     the port on 127.0.0.1; 0 takes any free one (default 4010)
  --seed     decides everything that is left to chance (default 1)
  --speed    simulated seconds in a second (default ${demoSpeed}): the imports take up to 42 simulated minutes,
             so ${demoSpeed} ends the last after 42 s, 120 after 21 s, and 1 takes as long as real ones
  --began    when the simulated world began, such as 2026-11-24T09:00:00Z (default: now);
             with the same seed and speed, a restarted simulator goes on as if it had never stopped
  --control  opens /__simulator/…, which switches faults, the clock and imports (POST, JSON) until it ends
`;

/** Reads the arguments of `npm run simulator --`. */
export function readSettings(given: readonly string[]): ReadSettings {
  const values = parse(given);
  if (typeof values === 'string') return { kind: 'wrong', reason: values };
  if (values.help) return { kind: 'help' };
  const [port, seed, speed] = [Number(values.port), Number(values.seed), Number(values.speed)];
  const beganAt = values.began === undefined ? null : Date.parse(values.began);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return wrong('--port takes 0 to 65535');
  if (!Number.isSafeInteger(seed)) return wrong('--seed takes a whole number');
  if (!(speed > 0 && speed <= 1_000_000)) return wrong('--speed takes a number above 0, up to 1000000');
  if (Number.isNaN(beganAt)) return wrong('--began takes a moment such as 2026-11-24T09:00:00Z');
  return { kind: 'run', settings: { port, seed, speed, beganAt, control: values.control } };
}

function parse(given: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        port: { type: 'string', default: '4010' },
        seed: { type: 'string', default: '1' },
        speed: { type: 'string', default: String(demoSpeed) },
        began: { type: 'string' },
        control: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const wrong = (reason: string): ReadSettings => ({ kind: 'wrong', reason });
