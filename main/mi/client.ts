import { setTimeout as delay } from 'node:timers/promises';
import type { Answer, AssetReference } from '../monitor/asset.ts';
import type { ListedPage } from '../monitor/event.ts';
import type { AssetDetails, AssetList } from './answers/assets.ts';
import type { Project } from './answers/projects.ts';
import type { Workspace } from './answers/workspaces.ts';
import { createAsk, type Ask } from './ask.ts';
import { askAssetDetails, listAssets, readPage } from './assets.ts';
import type { FetchPort, StartTimeout } from './exchange.ts';
import { askImportStatus } from './import-status.ts';
import type { Keys } from './keys.ts';
import { listSpacingMs } from './limits.ts';
import type { Outcome } from './outcome.ts';
import { listProjects } from './projects.ts';
import { createServiceClock } from './service-clock.ts';
import { createTurns } from './turns.ts';
import { listAllWorkspaces } from './workspaces.ts';

export interface ClientPorts {
  readonly fetch: FetchPort;
  /** Epoch ms. */
  readonly now: () => number;
  /** Asked anew for every attempt. */
  readonly credentials: () => Keys;
  /** Origin only, as `readApiAddress` returns it. */
  readonly apiUrl: string;
  /** How long one request may take in all, ms; 30 s where it is absent. */
  readonly timeoutMs?: number;
  /** Waits so many ms, or until the signal is aborted; a timer of the machine where it is absent. */
  readonly wait?: (delayMs: number, signal: AbortSignal) => Promise<void>;
  /** Where time is not the machine's own; see exchange.ts. */
  readonly startTimeout?: StartTimeout;
}

/** The calls of the service that the product uses. None rejects; each ends at once when its signal is aborted. */
export interface MediaIntelligenceClient {
  readonly importStatus: (reference: AssetReference, signal: AbortSignal) => Promise<Outcome<Answer>>;
  readonly assetDetails: (reference: AssetReference, signal: AbortSignal) => Promise<Outcome<AssetDetails>>;
  /** All pages. Requests for this and the next two lists are spaced. */
  readonly listWorkspaces: (signal: AbortSignal) => Promise<Outcome<readonly Workspace[]>>;
  readonly listProjects: (workspace: string, signal: AbortSignal) => Promise<Outcome<readonly Project[]>>;
  /** One page of up to 1,000; `pageNumber` counts from 1. */
  readonly listAssets: (
    workspace: string,
    projectId: number,
    pageNumber: number,
    signal: AbortSignal,
  ) => Promise<Outcome<AssetList>>;
  /** The same page, and of each asset only what a followed project needs. */
  readonly readPage: (
    workspace: string,
    projectId: number,
    pageNumber: number,
    signal: AbortSignal,
  ) => Promise<Outcome<ListedPage>>;
  /** Service clock minus this computer's, ms; null before the first answer. */
  readonly clockOffsetMs: () => number | null;
}

export function createClient(ports: ClientPorts): MediaIntelligenceClient {
  const clock = createServiceClock();
  const ask = createAsk({ timeoutMs: 30_000, ...ports, clock });
  const askList = spaced(ask, ports);
  return {
    importStatus: (reference, signal) => askImportStatus(ask, reference, signal),
    assetDetails: (reference, signal) => askAssetDetails(ask, reference, signal),
    listWorkspaces: (signal) => listAllWorkspaces(askList, signal),
    listProjects: (workspace, signal) => listProjects(askList, workspace, signal),
    listAssets: (workspace, projectId, pageNumber, signal) =>
      listAssets(askList, { workspace, projectId, pageNumber }, signal),
    readPage: (workspace, projectId, pageNumber, signal) =>
      readPage(ask, { workspace, projectId, pageNumber }, signal),
    clockOffsetMs: clock.offsetMs,
  };
}

/** Lists that a person opens do not go through the monitor's budget, so their requests are spaced here, page by page. */
function spaced(ask: Ask, { now, wait = waitByTimer }: ClientPorts): Ask {
  const takeTurn = createTurns(listSpacingMs);
  return async (question) => {
    const delayMs = takeTurn(now());
    if (delayMs > 0) await wait(delayMs, question.signal);
    return ask(question);
  };
}

async function waitByTimer(delayMs: number, signal: AbortSignal): Promise<void> {
  // A wait that is called back ends at once, and so does the request after it.
  await delay(delayMs, undefined, { signal }).catch(() => undefined);
}
