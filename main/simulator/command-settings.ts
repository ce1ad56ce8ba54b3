import { parseArgs } from 'node:util';
import { demoSpeed } from './demo-world.ts';
import { unknownThings, type UnfinishedInList, type UnknownThing } from './scene.ts';

export interface CommandSettings {
  readonly port: number;
  readonly seed: number;
  /** Simulated seconds in a second. */
  readonly speed: number;
  /** Epoch ms; null begins a new world now. */
  readonly beganAt: number | null;
  readonly control: boolean;
  /** What the list of assets says of imports that have not completed. */
  readonly unfinishedInList: UnfinishedInList;
  /** What is answered to an unknown workspace, project or asset. */
  readonly unknownThing: UnknownThing;
}

export type ReadSettings =
  | { readonly kind: 'run'; readonly settings: CommandSettings }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly reason: string };

export const usage = `Usage: npm run simulator -- [--port 4010] [--seed 7] [--speed ${demoSpeed}] [--began MOMENT]
       [--unlisted | --whole] [--unknown ANSWER] [--control]

Plays the service on this computer, with a dozen imports that complete or fail, each way.

  --port     where it listens on 127.0.0.1; 0 takes any free port (default 4010)
  --seed     decides everything that is left to chance (default 1)
  --speed    simulated seconds in a second (default ${demoSpeed}): the imports take up to 42 simulated minutes,
             so ${demoSpeed} ends the last after 42 s, 120 after 21 s, and 1 takes as long as real ones
  --began    when the simulated world began, such as 2026-11-24T09:00:00Z (default: now);
             with the same seed and speed, a simulator that was ended goes on where it would be
  --unlisted keeps imports out of the list of assets until they have completed; else they stand in it without metadata
  --whole    lists imports with their metadata also while they run
  --unknown  what is answered to an unknown workspace, project or asset, since nobody knows the real answer: not-found
             (HTTP 404, errorCode 300; the default) or invalid-request (HTTP 400, code 10001)
  --control  opens /__simulator/…, by which faults, the clock and imports are switched (POST, JSON);
             what was switched is forgotten at the end
`;

/** Reads the words behind `npm run simulator --`. */
export function readSettings(words: readonly string[]): ReadSettings {
  const values = parse(words);
  if (typeof values === 'string') return { kind: 'wrong', reason: values };
  if (values.help) return { kind: 'help' };
  const [port, seed, speed] = [Number(values.port), Number(values.seed), Number(values.speed)];
  const beganAt = values.began === undefined ? null : Date.parse(values.began);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return wrong('--port takes 0 to 65535');
  if (!Number.isSafeInteger(seed)) return wrong('--seed takes a whole number');
  if (!(speed > 0 && speed <= 1_000_000)) return wrong('--speed takes a number above 0, up to 1000000');
  if (Number.isNaN(beganAt)) return wrong('--began takes a moment such as 2026-11-24T09:00:00Z');
  const unknownThing = unknownThings.find((answer) => answer === values.unknown);
  if (unknownThing === undefined) return wrong(`--unknown takes ${unknownThings.join(' or ')}`);
  if (values.unlisted && values.whole) return wrong('--unlisted and --whole exclude each other');
  const listed = values.whole ? 'with-metadata' : 'without-metadata';
  const unfinishedInList = values.unlisted ? 'absent' : listed;
  return {
    kind: 'run',
    settings: { port, seed, speed, beganAt, control: values.control, unfinishedInList, unknownThing },
  };
}

function parse(words: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        port: { type: 'string', default: '4010' },
        seed: { type: 'string', default: '1' },
        speed: { type: 'string', default: String(demoSpeed) },
        began: { type: 'string' },
        control: { type: 'boolean', default: false },
        unknown: { type: 'string', default: 'not-found' },
        unlisted: { type: 'boolean', default: false },
        whole: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const wrong = (reason: string): ReadSettings => ({ kind: 'wrong', reason });
