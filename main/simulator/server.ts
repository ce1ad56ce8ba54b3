import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gatewayError } from './answer.ts';
import { authenticate, type ExpectedKeys } from './authentication.ts';
import { answerControl } from './control.ts';
import { createFaults, type Faults } from './faults.ts';
import { answerTo, assetIdOf } from './routes.ts';
import type { Call, RouteSettings, UnknownThing } from './scene.ts';
import { readJson, setCommonHeaders, traceIdFrom, writeAnswer, writeFault } from './wire.ts';
import { createWorld, type World } from './world.ts';
import { demoKeys } from './demo-keys.ts';

export interface SimulatorSettings extends Partial<RouteSettings> {
  /** Decides everything that is left to chance. */
  readonly seed?: number;
  /** Simulated seconds in a second. */
  readonly speed?: number;
  /**
   * Epoch ms at which the simulated world began; now where it is absent. A simulator that is started anew with the same seed, speed
   * and beginning tells the same world: what had ended before stays ended.
   */
  readonly beganAt?: number;
  /** 0 takes any free port. */
  readonly port?: number;
  /** Opens `/__simulator/…`, by which faults and imports are switched over HTTP. */
  readonly control?: boolean;
  /** Service clock minus this computer's clock, ms: plays a computer whose clock is wrong. */
  readonly clockOffsetMs?: number;
  readonly keys?: ExpectedKeys;
}

export interface SimulatedRequest {
  readonly method: string;
  readonly target: string;
  /** Epoch milliseconds of this computer. */
  readonly at: number;
  readonly status: 'accepted' | 'wrong-key' | 'key-missing' | 'control';
}

export interface Simulator {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  readonly keys: ExpectedKeys;
  readonly world: World;
  readonly faults: Faults;
  /** The newest requests, at most 100,000. */
  readonly requests: () => readonly SimulatedRequest[];
  readonly setClockOffset: (milliseconds: number) => void;
  readonly stop: () => Promise<void>;
}

const keptRequests = 100_000;

/** Starts the service on loopback. It takes its own made-up keys only. */
export async function startSimulator(settings: SimulatorSettings = {}): Promise<Simulator> {
  const { seed = 1, speed = 1, port = 0, keys = demoKeys } = settings;
  const routes: RouteSettings = {
    unfinishedInList: settings.unfinishedInList ?? 'without-metadata',
    unknownThing: settings.unknownThing ?? 'not-found',
  };
  const beganAt = settings.beganAt ?? Date.now();
  let clockOffsetMs = settings.clockOffsetMs ?? 0;
  const world = createWorld(() => (Date.now() - beganAt) * speed, seededRandom(seed));
  const faults = createFaults();
  // Its own generator: how many requests were made must not change what the world holds.
  const chance = seededRandom(seed + 1);
  const requests: SimulatedRequest[] = [];

  function respond(request: IncomingMessage, response: ServerResponse): void {
    const { method = 'GET', url: target = '/' } = request;
    void readJson(request)
      .then((body) => answerCall(response, { method, target, body }, request.headers))
      .catch((error: Error) => response.destroy(error));
  }

  function answerCall(response: ServerResponse, call: Call, headers: IncomingHttpHeaders): void {
    const { method, target } = call;
    if (settings.control && target.startsWith('/__simulator/')) {
      note(method, target, 'control');
      return writeAnswer(response, answerControl(call, { world, faults, setClockOffset, setUnknownThing }));
    }
    const serviceTime = Date.now() + clockOffsetMs;
    const status = authenticate({ method, target, headers }, keys, serviceTime);
    note(method, target, status);
    const fault = status === 'accepted' ? faults.take(assetIdOf(target)) : null;
    setCommonHeaders(response, { serviceTime, traceId: traceIdFrom(chance), fault });
    const answer = status === 'accepted' ? answerTo(world, call, routes) : gatewayError(status);
    if (fault === null) writeAnswer(response, answer);
    else writeFault(response, fault, answer);
  }

  function setClockOffset(milliseconds: number): void {
    clockOffsetMs = milliseconds;
  }

  function setUnknownThing(answer: UnknownThing): void {
    routes.unknownThing = answer;
  }

  function note(method: string, target: string, status: SimulatedRequest['status']): void {
    requests.push({ method, target, at: Date.now(), status });
    if (requests.length > keptRequests) requests.splice(0, keptRequests / 10);
  }

  const server = createServer(respond);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${address.port}`,
    keys,
    world,
    faults,
    requests: () => requests,
    setClockOffset,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Numbers in [0, 1), the same for the same seed: a linear congruential generator (Numerical Recipes) is enough for a demo world. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
