import type { FetchPort } from '../../main/mi/exchange.ts';
import { allFaults, type Delivery, type WireReply } from './faults.ts';
import {
  answerTo,
  answerToRegistration,
  nothingTold,
  registration,
  target,
  type ListEntry,
  type Told,
} from './honest-answer.ts';
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
  /** The service made a page of this list of the project; `isStale`: as it was some time ago. */
  readonly listed: (account: string, project: number, list: readonly ListEntry[], isStale: boolean) => void;
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

interface Slowness {
  readonly of: 'all' | 'pages';
}

interface Limit {
  readonly perSecond: number;
  /** By account: true times of what was let through lately. */
  readonly taken: Map<string, readonly number[]>;
}

const slowestMs = 60_000;
/** Less than the client waits for an answer. */
const patienceMs = 29_000;

const utf8 = new TextEncoder();

export function createNetwork({ timeline, service, chance, met, listed, took }: NetworkPorts) {
  const timeouts = createTimeouts(timeline);
  const troubles: Trouble[] = [];
  let reachable = true;
  let losesRegistrations = true;
  let told: Told = nothingTold;
  let slow: Slowness | null = null;
  let limit: Limit | null = null;

  function troubleOf(account: string, assetId: number, kind: RequestKind | null): Trouble | undefined {
    return troubles.findLast(
      (one) =>
        one.until > timeline.now() &&
        (one.account ?? account) === account &&
        (one.assetId ?? assetId) === assetId &&
        (one.of ?? kind) === kind,
    );
  }

  /** True where the gateway lets no more through in this second. */
  function isBeyondLimit(account: string): boolean {
    if (limit === null) return false;
    const now = timeline.now();
    const taken = (limit.taken.get(account) ?? []).filter((at) => now - at < 1_000);
    const isBeyond = taken.length >= limit.perSecond;
    limit.taken.set(account, isBeyond ? taken : [...taken, now]);
    return isBeyond;
  }

  function deliveryOf(account: string, url: string, headers: unknown): Delivery & { readonly told?: Told } {
    if (!reachable) return { kind: 'broken', reason: 'ENETUNREACH' };
    const answered = answerTo(service, timeline.now(), account, url, headers);
    const { assetId, reply, list } = answered;
    const [, project, , status, page] = target.exec(url)!;
    if (isBeyondLimit(account)) {
      met('beyond the limit of the service');
      const told = { ...nothingTold, isBeyondLimit: true };
      return { told, ...allFaults['gateway 429/410']!.deliver(reply, chance) };
    }
    if (list !== null) listed(account, Number(project), list, answered.told.isStale);
    const kind = page !== undefined ? 'lists' : status === undefined ? 'details' : null;
    const trouble = troubleOf(account, assetId, kind);
    const isSlow = slow !== null && (slow.of === 'all' || page !== undefined);
    if (isSlow) met(`a slow service, ${slow!.of}`);
    const slowly = isSlow && { extraMs: chance.between(0, slowestMs) };
    if (trouble === undefined) return { kind: 'reply', reply, told: answered.told, ...slowly };
    met(trouble.fault);
    return { told: answered.told, ...allFaults[trouble.fault]!.deliver(reply, chance) };
  }

  /** Of what goes wrong on the way nobody knows whether it goes wrong there or back, but where a refusal says so. */
  function deliveryOfRegistration(account: string, init: RequestInit): Delivery {
    const trouble = troubleOf(account, 0, 'registrations');
    const name =
      trouble?.fault ??
      (losesRegistrations && chance.happens(registrationsLost) ? chance.oneOf(losses) : null);
    const fault = name === null || twisted.has(name) ? null : allFaults[name]!;
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

  const deliver = (account: string, url: string, init: RequestInit): Delivery & { readonly told?: Told } =>
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
          const callBack = () => {
            told = nothingTold;
            reject(new DOMException('called back', 'AbortError'));
          };
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
            // It may be given up before.
            if (extraMs > patienceMs) {
              if (!hears) signal.addEventListener('abort', callBack);
              armTimeout();
            }
            timeline.inLaptop(tripMs / 2 + extraMs, () =>
              end(() => {
                told = delivery.told ?? nothingTold;
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
      [slow, limit] = [null, null];
    },
    /** What the reply tells that has just come: until the next one comes, all that hear of it have done so. */
    told: () => told,
    /** All answers, or those with pages of lists, take up to a minute. Returned: no longer. */
    slowDown(of: Slowness['of']): () => void {
      const mine = (slow = { of });
      return () => {
        if (slow === mine) slow = null;
      };
    },
    /** The gateway takes no more requests of an account in a second. Returned: it takes all again. */
    limitTo(perSecond: number): () => void {
      const mine = (limit = { perSecond, taken: new Map() });
      return () => {
        if (limit === mine) limit = null;
      };
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
