import type { FetchPort } from '../../main/mi/exchange.ts';
import { faults, type Delivery, type WireReply } from './faults.ts';
import { answerTo, answerToRegistration, registration, target } from './honest-answer.ts';
import type { Chance } from './random.ts';
import type { Asset, Service } from './service.ts';
import { createTimeouts } from './timeouts.ts';
import type { Timeline } from './timeline.ts';

/** A time in which requests go wrong in one way. */
export interface Trouble {
  readonly until: number;
  /** Null: all accounts. */
  readonly account: string | null;
  /** Null: all assets. */
  readonly assetId: number | null;
  /** Null: all requests. */
  readonly of: RequestKind | null;
  readonly fault: string;
}

/** What a gateway may limit, refuse, or lose by itself. */
export const requestKinds = ['registrations', 'lists', 'details'] as const;
export type RequestKind = (typeof requestKinds)[number];

export interface NetworkPorts {
  readonly timeline: Timeline;
  readonly service: Service;
  readonly chance: Chance;
  /** Counts a fault that was met. */
  readonly met: (fault: string) => void;
  /** The service made a page of the list of this project. */
  readonly listed: (account: string, project: number) => void;
  /** The service took a file that the app registers. */
  readonly took: (asset: Asset) => void;
}

export type Network = ReturnType<typeof createNetwork>;

/** How often a request that was called back is answered all the same. */
const deafness = 0.4;

/** Of answers about one asset. */
const twisted: ReadonlySet<string> = new Set(['an answer about another asset', 'a status that is a number']);

/** How often a registration gets lost by itself: it takes a moment, which troubles seldom meet. */
const registrationsLost = 0.2;
const losses = [
  ...['connection refused', 'connection reset', 'no answer at all', 'an answer cut in the middle'],
  ...['half of a JSON text', 'an empty 500', 'gateway 503/500', 'gateway 504/510'],
];

const utf8 = new TextEncoder();

export function createNetwork({ timeline, service, chance, met, listed, took }: NetworkPorts) {
  const timeouts = createTimeouts(timeline);
  const troubles: Trouble[] = [];
  let reachable = true;
  let losesRegistrations = true;

  function troubleOf(account: string, assetId: number, kind: RequestKind | null): Trouble | undefined {
    return troubles.findLast(
      (one) =>
        one.until > timeline.now() &&
        (one.account ?? account) === account &&
        (one.assetId ?? assetId) === assetId &&
        (one.of ?? kind) === kind,
    );
  }

  function deliveryOf(account: string, url: string, headers: unknown): Delivery {
    if (!reachable) return { kind: 'broken', reason: 'ENETUNREACH' };
    const { assetId, reply } = answerTo(service, timeline.now(), account, url, headers);
    const [, project, , status, page] = target.exec(url)!;
    if (page !== undefined) listed(account, Number(project));
    const kind = page !== undefined ? 'lists' : status === undefined ? 'details' : null;
    const trouble = troubleOf(account, assetId, kind);
    if (trouble === undefined) return { kind: 'reply', reply };
    met(trouble.fault);
    return faults[trouble.fault]!.deliver(reply, chance);
  }

  /** Of what goes wrong on the way nobody knows whether it goes wrong there or back, but where a refusal says so. */
  function deliveryOfRegistration(account: string, init: RequestInit): Delivery {
    const trouble = troubleOf(account, 0, 'registrations');
    const name =
      trouble?.fault ??
      (losesRegistrations && chance.happens(registrationsLost) ? chance.oneOf(losses) : null);
    const fault = name === null || twisted.has(name) ? null : faults[name]!;
    const mayBeSeen = reachable && fault?.comesBefore !== true;
    const isSeen = mayBeSeen && (fault === null || chance.happens(0.5) || fault.means === 'answer');
    const { headers, body } = init;
    const { taken, reply } = answerToRegistration(
      service,
      timeline.now(),
      account,
      { headers, body },
      isSeen,
    );
    if (taken !== null) took(taken);
    if (!reachable) return { kind: 'broken', reason: 'ENETUNREACH' };
    if (fault === null) return { kind: 'reply', reply };
    met(
      `a registration ${fault.comesBefore === true ? 'refused' : isSeen ? 'taken, and its reply lost' : 'lost'}`,
    );
    return fault.deliver(reply, chance);
  }

  const deliver = (account: string, url: string, init: RequestInit): Delivery =>
    registration.test(url) ? deliveryOfRegistration(account, init) : deliveryOf(account, url, init.headers);

  return {
    timeouts,
    /** `fetch` of one process for one account. What it waits for dies with it. */
    fetchFor(account: string, isAlive: () => boolean): FetchPort {
      return (url, init) =>
        new Promise((resolve, reject) => {
          const tripMs = chance.between(20, 400);
          const hears = !chance.happens(deafness);
          const signal = init.signal!;
          const end = (run: () => void) => {
            if (isAlive()) run();
          };
          const callBack = () => reject(new DOMException('called back', 'AbortError'));
          if (hears) signal.addEventListener('abort', callBack);
          const armTimeout = timeouts.toArm();
          timeline.inLaptop(tripMs / 2, () => {
            const isGone = !isAlive() || (hears && signal.aborted);
            // What has left is taken, whoever waits for it no longer.
            if (isGone && registration.test(url) && chance.happens(0.5)) void deliver(account, url, init);
            if (isGone) return;
            const delivery = deliver(account, url, init);
            if (delivery.kind === 'silence') {
              if (!hears) signal.addEventListener('abort', callBack);
              return armTimeout();
            }
            const extraMs = delivery.kind === 'reply' ? (delivery.extraMs ?? 0) : 0;
            timeline.inLaptop(tripMs / 2 + extraMs, () =>
              end(() => {
                if (delivery.kind === 'broken') reject(new Error(`${delivery.reason} ${account}`));
                else resolve(responseOf(delivery.reply, account, delivery.kind === 'cut'));
              }),
            );
          });
        });
    },
    beginTrouble: (trouble: Trouble) => troubles.push(trouble),
    endTroubles(): void {
      troubles.splice(0);
      losesRegistrations = false;
    },
    setReachable(now: boolean): void {
      reachable = now;
    },
  };
}

/** As much of a Response as the client reads. A real one costs more than all else in a request's life. */
function responseOf({ status, headers, body }: WireReply, account: string, isCut: boolean): Response {
  const bytes = utf8.encode(isCut ? body.slice(0, 10) : body);
  let reads = 0;
  const read = () => {
    reads += 1;
    if (reads === 1) return Promise.resolve({ done: false, value: bytes });
    return isCut ? Promise.reject(new Error(`ECONNRESET ${account}`)) : Promise.resolve({ done: true });
  };
  const response = {
    status,
    headers: { get: (name: string) => headers[name] ?? null },
    body: { getReader: () => ({ read, cancel: () => Promise.resolve() }) },
  };
  return response as unknown as Response;
}
