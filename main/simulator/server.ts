import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Keys } from '../mi/keys.ts';
import { region } from '../bucket/object-storage-address.ts';
import { gatewayError, storageError } from './answer.ts';
import { authenticate } from './authentication.ts';
import { authenticateForBucket, isForBucket } from './bucket-authentication.ts';
import { answerForBucket } from './bucket-routes.ts';
import { answerControl } from './control.ts';
import { demoKeys } from './demo-keys.ts';
import { comesBefore, createFaults, type Fault, type Faults, type Faulty } from './faults.ts';
import { answerTo, assetIdOf, isRegistration, type UnfinishedInList } from './routes.ts';
import { readJson, setCommonHeaders, traceIdFrom, writeAnswer, writeFault } from './wire.ts';
import { createWorld, type World } from './world.ts';

export interface SimulatorSettings {
  /** Decides everything that is left to chance. */
  readonly seed?: number;
  /** Simulated seconds in a second. */
  readonly speed?: number;
  /**
   * Epoch ms at which the simulated world began; defaults to now. A simulator that is restarted with the same seed, speed and
   * beginning plays the same world: imports that had ended stay ended.
   */
  readonly beganAt?: number;
  /** 0 takes any free port. */
  readonly port?: number;
  /** Opens `/__simulator/…`, which switches faults and imports over HTTP. */
  readonly control?: boolean;
  /** Service clock minus this computer's clock, ms: plays a computer whose clock is wrong. */
  readonly clockOffsetMs?: number;
  readonly keys?: Keys;
  readonly unfinishedInList?: UnfinishedInList;
}

interface SimulatedRequest {
  readonly method: string;
  readonly target: string;
  /** Epoch milliseconds of this computer. */
  readonly at: number;
  readonly status: 'accepted' | 'wrong-key' | 'key-missing' | 'wrong-signature' | 'wrong-time' | 'control';
}

export interface Simulator {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  readonly keys: Keys;
  readonly world: World;
  readonly faults: Faults;
  /** The newest requests, at most 100,000. */
  readonly requests: () => readonly SimulatedRequest[];
  readonly setClockOffset: (milliseconds: number) => void;
  readonly stop: () => Promise<void>;
}

const keptRequests = 100_000;

/** Starts the service on loopback. It accepts its own made-up keys only. */
export async function startSimulator(settings: SimulatorSettings = {}): Promise<Simulator> {
  const { seed = 1, speed = 1, port = 0, keys = demoKeys } = settings;
  const { unfinishedInList = 'without-metadata', beganAt = Date.now() } = settings;
  let clockOffsetMs = settings.clockOffsetMs ?? 0;
  const world = createWorld(() => (Date.now() - beganAt) * speed, seededRandom(seed));
  const faults = createFaults();
  // A generator of its own, so that the number of requests does not change the contents of the world.
  const chance = seededRandom(seed + 1);
  const requests: SimulatedRequest[] = [];

  function respond(request: IncomingMessage, response: ServerResponse): void {
    const { url: target = '/' } = request;
    if (isForBucket(request.headers)) return answerBucketCall(request, response);
    if (!settings.control || !target.startsWith('/__simulator/'))
      return request.method === 'POST'
        ? void readJson(request).then((body) => answerCall(request, body, response))
        : answerCall(request, null, response);
    note(request, 'control');
    void readJson(request)
      .then((body) => writeAnswer(response, answerControl(target, body, { world, faults, setClockOffset })))
      .catch((error: Error) => response.destroy(error));
  }

  function answerCall(request: IncomingMessage, body: unknown, response: ServerResponse): void {
    const { method = 'GET', url: target = '/', headers } = request;
    const serviceTime = Date.now() + clockOffsetMs;
    const status = authenticate({ method, target, headers }, keys, serviceTime);
    note(request, status);
    const own: Faulty | null = isRegistration({ method, target }) ? 'registrations' : assetIdOf(target);
    const fault = status === 'accepted' ? faults.take('service', ...(own === null ? [] : [own])) : null;
    setCommonHeaders(response, { ...common(serviceTime, fault), traceHeader: 'x-ncp-trace-id' });
    const call = { method, target, body, epochOf };
    const isSeen = status === 'accepted' && (fault === null || !comesBefore(fault.name));
    const answer = isSeen
      ? answerTo(world, call, unfinishedInList)
      : gatewayError(status === 'accepted' ? 'unexpected' : status);
    if (fault === null) writeAnswer(response, answer);
    else writeFault(response, fault, answer);
  }

  function answerBucketCall(request: IncomingMessage, response: ServerResponse): void {
    const { method = 'GET', url: target = '/', headers } = request;
    const serviceTime = Date.now() + clockOffsetMs;
    const status = authenticateForBucket({ method, target, headers }, keys, region, serviceTime);
    note(request, status);
    const fault = status === 'accepted' ? faults.take('buckets') : null;
    setCommonHeaders(response, { ...common(serviceTime, fault), traceHeader: 'x-amz-request-id' });
    const answer =
      status === 'accepted'
        ? answerForBucket(world, { method, target, writtenAt: beganAt - 86_400_000 })
        : storageError(status === 'wrong-key' ? 'unknown-key' : status);
    if (fault === null) writeAnswer(response, answer);
    else writeFault(response, fault, answer);
  }

  const common = (serviceTime: number, fault: Fault | null) => ({
    serviceTime,
    traceId: traceIdFrom(chance),
    fault,
  });

  const epochOf = (simulatedMs: number) => beganAt + simulatedMs / speed;

  function setClockOffset(milliseconds: number): void {
    clockOffsetMs = milliseconds;
  }

  function note({ method = 'GET', url: target = '/' }: IncomingMessage, status: SimulatedRequest['status']) {
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
