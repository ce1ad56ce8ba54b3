import { setTimeout as delay } from 'node:timers/promises';
import type { Answer, AssetDetails, AssetReference, ListedPage } from '../model/asset.ts';
import type { Registration } from '../model/registration.ts';
import type { Listed, Reply } from '../model/reply.ts';
import { createAsk, type Ask } from './ask.ts';
import { askAssetDetails, listAssets } from './assets.ts';
import { createExchange, type FetchPort, type StartTimeout } from './exchange.ts';
import { askImportStatus } from './import-status.ts';
import type { Keys } from './keys.ts';
import { listSpacingMs } from './limits.ts';
import { listProjects, type Project } from './projects.ts';
import { register } from './registration.ts';
import { createServiceClock } from './service-clock.ts';
import { createTurns } from './turns.ts';
import { listAllWorkspaces, type Workspace } from './workspaces.ts';

export interface ClientPorts {
  readonly fetch: FetchPort;
  /**
   * Sends on a connection that nothing was sent on before; defaults to `fetch`, which is right for Node's. Chromium sends a request again
   * by itself, be it a POST, where a connection that was kept open is reset (HttpNetworkTransaction::ShouldResendRequest).
   */
  readonly fetchOnce?: FetchPort;
  /** Epoch ms. */
  readonly now: () => number;
  /** Read anew for every attempt. */
  readonly credentials: () => Keys;
  /** Origin only, as `readApiAddress` returns it. */
  readonly apiUrl: string;
  /** The most time that one request may take, ms; defaults to 30 s. */
  readonly timeoutMs?: number;
  /** Waits that many ms, or until the signal is aborted; defaults to the system's timer. */
  readonly wait?: (delayMs: number, signal: AbortSignal) => Promise<void>;
  /** Replaces the system's timer where time is simulated; see exchange.ts. */
  readonly startTimeout?: StartTimeout;
}

type ListAssets = (
  workspace: string,
  projectId: number,
  /** Counts from 1. */
  pageNumber: number,
  signal: AbortSignal,
) => Promise<Reply<ListedPage>>;

/** The calls of the service that the product uses. None rejects; each ends at once when its signal is aborted. */
export interface MediaIntelligenceClient {
  readonly importStatus: (reference: AssetReference, signal: AbortSignal) => Promise<Reply<Answer>>;
  readonly assetDetails: (reference: AssetReference, signal: AbortSignal) => Promise<Reply<AssetDetails>>;
  /** The same for a person who looks at a few assets; spaced as the lists are. */
  readonly lookUpAsset: (reference: AssetReference, signal: AbortSignal) => Promise<Reply<AssetDetails>>;
  /** All pages. The requests for this list and the next two are spaced. */
  readonly listWorkspaces: (signal: AbortSignal) => Promise<Reply<Listed<Workspace>>>;
  readonly listProjects: (workspace: string, signal: AbortSignal) => Promise<Reply<Listed<Project>>>;
  /** One page of up to 1,000, for a person who picks from it. */
  readonly listAssets: ListAssets;
  /** The same page for the monitor, which keeps to a budget of its own. */
  readonly readPage: ListAssets;
  /** See registration.ts. */
  readonly register: (
    registration: Registration,
    signal: AbortSignal,
  ) => Promise<Reply<{ readonly assetId: number }>>;
  /** Service clock minus this computer's clock, ms, where requests have to be signed with that; else null. */
  readonly clockOffsetMs: () => number | null;
}

export function createClient(ports: ClientPorts): MediaIntelligenceClient {
  const clock = createServiceClock();
  const ask = createAsk({
    timeoutMs: 30_000,
    fetchOnce: ports.fetch,
    ...ports,
    clock,
    exchange: createExchange(),
  });
  const askList = spaced(ask, ports);
  return {
    importStatus: (reference, signal) => askImportStatus(ask, reference, signal),
    assetDetails: (reference, signal) => askAssetDetails(ask, reference, signal),
    lookUpAsset: (reference, signal) => askAssetDetails(askList, reference, signal),
    listWorkspaces: (signal) => listAllWorkspaces(askList, signal),
    listProjects: (workspace, signal) => listProjects(askList, workspace, signal),
    listAssets: (...page) => listAssets(askList, ...page),
    readPage: (...page) => listAssets(ask, ...page),
    register: (registration, signal) => register(ask, registration, signal),
    clockOffsetMs: clock.offsetMs,
  };
}

/** The monitor's budget does not cover lists that a person opens, so their requests are spaced here, page by page. */
function spaced(ask: Ask, { now, wait = waitByTimer }: ClientPorts): Ask {
  const takeTurn = createTurns(listSpacingMs);
  return async (question) => {
    const delayMs = takeTurn(now());
    if (delayMs > 0) await wait(delayMs, question.signal);
    return ask(question);
  };
}

async function waitByTimer(delayMs: number, signal: AbortSignal): Promise<void> {
  // An aborted wait ends at once, and so does the request after it.
  await delay(delayMs, undefined, { signal }).catch(() => undefined);
}
