import { watchIdOf, type AccountId, type AssetReference, type WatchId } from '../../model/asset.ts';
import type { FollowId } from '../../model/follow.ts';
import type { Registration } from '../../model/registration.ts';
import type { WishId } from '../../model/wish.ts';
import type { Problem, ProblemKind } from '../../model/problem.ts';
import type { ChanceState } from '../kernel/chance.ts';
import type { Ask, RequestNumber } from '../kernel/events.ts';
import type { Step } from '../kernel/step.ts';
import type { Cell, Collection, Index, Readable, Store } from '../kernel/store.ts';
import type { MachineState } from '../machine/machine.ts';
import { apartAt, type Pace } from './pace.ts';

interface AboutWatch<For extends string> {
  readonly for: For;
  readonly watch: WatchId;
  readonly reference: AssetReference;
}

/** What is asked, as the monitor sees it: on behalf of a watch, of an asset that a followed project lists, or of its list. */
export type Question =
  | AboutWatch<'status'>
  | AboutWatch<'details'>
  | { readonly for: 'newcomer'; readonly follow: FollowId; readonly reference: AssetReference }
  | {
      readonly for: 'page';
      readonly follow: FollowId;
      readonly workspace: string;
      readonly projectId: number;
      readonly page: number;
    }
  /** To register the file of a wish: the only one that changes something. */
  | { readonly for: 'registration'; readonly wish: WishId; readonly registration: Registration }
  /** A page of a project's list, on behalf of the wishes there. */
  | {
      readonly for: 'survey';
      readonly project: FollowId;
      readonly workspace: string;
      readonly projectId: number;
      readonly page: number;
    }
  /** From which object an asset came that may be the one of a wish. */
  | { readonly for: 'origin'; readonly wish: WishId; readonly reference: AssetReference };

export type QuestionFor<For extends Question['for']> = Extract<Question, { readonly for: For }>;

/** A question on the wire. */
export interface Request<Asked extends Question = Question> {
  readonly request: RequestNumber;
  readonly account: AccountId;
  readonly question: Asked;
  /** Steady ms. */
  readonly sentAt: number;
}

/** An account that is backing off: one probe at a time until an answer comes. Times are steady. */
export interface Slowdown {
  readonly problem: Problem;
  readonly since: number;
  readonly failures: number;
  readonly probeAt: number;
  /** The end of what `Retry-After` asked for; 0 where it did not. Not even the person's wish brings a probe before it. */
  readonly notBefore: number;
  /** The watch that met it last; null where another question did. */
  readonly lastFailedWatch: WatchId | null;
}

/** Refusals of an account, with no answer in between. */
export interface Refused {
  /** Steady ms. */
  readonly since: number;
  readonly times: number;
}

/** What the monitor knows of an account in this run. Times are steady unless they say otherwise. */
export interface Account {
  readonly id: AccountId;
  /** `unread`: whether there is a key that could sign is not known yet, as while the keyring has not answered. */
  readonly key: 'unread' | 'missing' | 'ready';
  /** When the key was kept that it has, or had last, epoch ms; null before any. */
  readonly keptAt: number | null;
  /** The rate budget: no request before this time. */
  readonly canSendSince: number;
  /** What a limit of the service has taught; null before any was met. */
  readonly pace: Pace | null;
  /** Requests of this run, by which watches and followed projects take turns. */
  readonly sent: number;
  readonly slowdown: Slowdown | null;
  /** What refused the account, as a key that is not taken, and how often in a row; null while nothing does. */
  readonly refused: Refused | null;
  /** The refusal is believed: the person must act. It is probed rarely, since what was wrong may be mended elsewhere. */
  readonly stopped: Problem | null;
  /** The service took a request with this key; one that has worked is not given up for a moment's refusals. */
  readonly hasWorked: boolean;
  /** What the person was told of since the account last worked: a *Check now* that meets it again is no news. */
  readonly lastReportedProblem: ProblemKind | null;
  /** When the newest answer of any kind came from the service, epoch ms by the clock. */
  readonly answeredAt: number | null;
  /** When the newest request that was answered had left. */
  readonly answeredFrom: number;
  /** What was asked in a row and met trouble of its own each time, by watch or followed project; three say enough. */
  readonly failedInRow: readonly string[];
  /** When it last said how an import stands, or listed assets: it finds at least some things. */
  readonly lastAwaitedReplyAt: number | null;
}

/** A question, or all of a kind, that met at the last attempt what might be everybody's trouble. */
export interface Disturbance {
  readonly account: AccountId;
  /** Of the question or the kind; see `disturbances.ts`. */
  readonly key: string;
  readonly kind: ProblemKind;
  /** Steady ms. */
  readonly at: number;
  /** How often in a row it met it while others were answered: it is its own then, until it is answered. */
  readonly timesOwn: number;
}

export interface ServiceState extends MachineState, ChanceState {
  readonly accounts: Collection<AccountId, Account>;
  /** On the wire, oldest first. */
  readonly requests: Collection<RequestNumber, Request>;
  readonly onTheWire: OnTheWire;
  readonly nextRequest: Cell<RequestNumber>;
  readonly disturbances: Collection<string, Disturbance>;
}

export interface OnTheWire {
  /** How many requests of the account there are. */
  readonly of: (account: AccountId) => number;
  /** Whether this is being asked; see `keyOf`. */
  readonly has: (key: string) => boolean;
}

/** Tells questions apart. How an asset stands is one question, whoever wants to know. */
export function keyOf(account: AccountId, question: Question): string {
  switch (question.for) {
    case 'status':
    case 'newcomer':
      return statusKeyOf(watchIdOf(account, question.reference));
    case 'details':
      return detailsKeyOf(question.watch);
    case 'page':
      return pageKeyOf(question.follow);
    case 'registration':
      return wishKeyOf(question.wish);
    case 'survey':
      return surveyKeyOf(question.project);
    case 'origin':
      return originKeyOf(watchIdOf(account, question.reference));
  }
}

export const statusKeyOf = (watch: WatchId): string => `status ${watch}`;
export const detailsKeyOf = (watch: WatchId): string => `details ${watch}`;
export const wishKeyOf = (wish: WishId): string => `registration ${wish}`;
export const surveyKeyOf = (project: FollowId): string => `survey ${project}`;
export const originKeyOf = (asset: WatchId): string => `origin ${asset}`;
export const pageKeyOf = (follow: FollowId): string => `page ${follow}`;

/** When the rest begins of what met trouble of its own, steady ms: after what it was asked to wait. */
export const restsFrom = (problem: Problem | null, at: number): number => at + (problem?.retryAfterMs ?? 0);

type Own = Omit<ServiceState, keyof MachineState | keyof ChanceState>;

export function createService(store: Store, accounts: readonly AccountId[]): Own {
  const requests = store.collection<RequestNumber, Request>(({ request }) => request);
  const own = {
    accounts: store.collection<AccountId, Account>(({ id }) => id),
    requests,
    onTheWire: requests.keep(indexRequests()),
    nextRequest: store.cell(1),
    disturbances: store.collection<string, Disturbance>(({ key }) => key),
  };
  for (const id of accounts) own.accounts.put(newAccount(id));
  return own;
}

export function newAccount(id: AccountId): Account {
  return {
    id,
    key: 'unread',
    keptAt: null,
    canSendSince: 0,
    pace: null,
    sent: 0,
    slowdown: null,
    refused: null,
    stopped: null,
    hasWorked: false,
    lastReportedProblem: null,
    answeredAt: null,
    answeredFrom: 0,
    failedInRow: [],
    lastAwaitedReplyAt: null,
  };
}

function indexRequests(): Index<Request> & OnTheWire {
  const counts = new Map<AccountId, number>();
  const asked = new Set<string>();
  const count = (account: AccountId, by: 1 | -1) => counts.set(account, (counts.get(account) ?? 0) + by);
  return {
    clear() {
      counts.clear();
      asked.clear();
    },
    changed(from, to) {
      if (from !== null) {
        count(from.account, -1);
        asked.delete(keyOf(from.account, from.question));
      }
      if (to !== null) {
        count(to.account, 1);
        asked.add(keyOf(to.account, to.question));
      }
    },
    of: (account) => counts.get(account) ?? 0,
    has: (key) => asked.has(key),
  };
}

/** What is wrong with the account at the moment. */
export function troubleOf({ stopped, slowdown }: Account): Problem | null {
  return stopped ?? slowdown?.problem ?? null;
}

/** The account's budget: requests on the wire at once; for those in a second see `pace.ts`. */
const mostAtOnce = 4;

/** A key that has not worked yet is tried by one request: a wrong one would be refused four times at once. */
const atOnce = ({ hasWorked, slowdown }: Account) => (hasWorked && slowdown === null ? mostAtOnce : 1);

/** Whether the account's budget leaves room for one more request. */
export function maySend(state: Readable<ServiceState>, account: Account, at: number): boolean {
  return hasRoom(state, account) && at >= account.canSendSince;
}

/** Whether a request can be sent before one of those on the wire has ended. */
export function hasRoom({ onTheWire }: Readable<ServiceState>, account: Account): boolean {
  if (account.key !== 'ready') return false;
  return onTheWire.of(account.id) < atOnce(account);
}

/** Puts a question on the wire. */
export function send(state: ServiceState, account: Account, question: Question, step: Step): RequestNumber {
  const request = state.nextRequest.value;
  state.nextRequest.set(request + 1);
  state.requests.put({ request, account: account.id, question, sentAt: step.at });
  const canSendSince = step.at + apartAt(account.pace, account.slowdown === null ? step.at : null);
  state.accounts.patch(account.id, { sent: account.sent + 1, canSendSince });
  step.effects.push({ kind: 'ask', request, ask: askOf(account.id, question) });
  return request;
}

function askOf(account: AccountId, question: Question): Ask {
  switch (question.for) {
    case 'page': {
      const { workspace, projectId, page } = question;
      return { for: 'page', account, workspace, projectId, page };
    }
    case 'survey': {
      const { workspace, projectId, page } = question;
      return { for: 'survey', account, workspace, projectId, page };
    }
    case 'registration':
      return { for: 'registration', account, ...question.registration };
    case 'origin':
    case 'details':
      return { for: question.for, account, reference: question.reference };
    case 'status':
    case 'newcomer':
      return { for: 'status', account, reference: question.reference };
  }
}

/** Calls back every request that `matches`, and says which; nothing is due again by that. */
export function callBack(
  state: ServiceState,
  matches: (request: Request) => boolean,
  step: Step,
): readonly Request[] {
  const called = [...state.requests.values()].filter(matches);
  for (const { request } of called) state.requests.remove(request);
  if (called.length > 0) step.effects.push({ kind: 'abort', requests: called.map(({ request }) => request) });
  return called;
}

/** Calls back what asks how this asset stands, whoever wants to know. */
export function callBackStatus(state: ServiceState, watch: WatchId, step: Step): void {
  const key = statusKeyOf(watch);
  if (state.onTheWire.has(key))
    callBack(state, ({ account, question }) => keyOf(account, question) === key, step);
}

/** When the oldest request on the wire was sent, steady ms; infinite where there is none. */
export function oldestRequest({ requests }: Readable<ServiceState>): number {
  for (const { sentAt } of requests.values()) return sentAt;
  return Infinity;
}
