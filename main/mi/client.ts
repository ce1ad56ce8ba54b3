import type * as v from 'valibot';
import type { Answer, AssetReference } from '../monitor/asset.ts';
import {
  assetItem,
  assetPage,
  importStatusResult,
  projectList,
  workspacePage,
  type AssetDetails,
  type AssetList,
  type Project,
  type Workspace,
} from './answers.ts';
import { createClockOffset } from './clock-offset.ts';
import type { Outcome } from './outcome.ts';
import { readReply } from './read-reply.ts';
import {
  assetsTarget,
  assetTarget,
  importStatusTarget,
  projectsTarget,
  workspacesTarget,
} from './request-target.ts';
import { send, type Fetch, type Keys } from './send.ts';

export interface ClientPorts {
  readonly fetch: Fetch;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly credentials: () => Keys;
  /** Scheme, host and port, as `readApiAddress` gives it. */
  readonly apiUrl: string;
}

/** The calls of Media Intelligence that the app uses. Errors are values; each call can be aborted and ends within 30 s. */
export interface MediaIntelligenceClient {
  readonly importStatus: (reference: AssetReference, signal: AbortSignal) => Promise<Outcome<Answer>>;
  readonly assetDetails: (reference: AssetReference, signal: AbortSignal) => Promise<Outcome<AssetDetails>>;
  /** All pages. */
  readonly listWorkspaces: (signal: AbortSignal) => Promise<Outcome<readonly Workspace[]>>;
  readonly listProjects: (workspace: string, signal: AbortSignal) => Promise<Outcome<readonly Project[]>>;
  /** One page of up to 1,000; pages count from 1. */
  readonly listAssets: (
    workspace: string,
    projectId: number,
    page: number,
    signal: AbortSignal,
  ) => Promise<Outcome<AssetList>>;
  /** Service clock minus this clock in milliseconds; null before the first answer. */
  readonly clockOffsetMs: () => number | null;
}

const mebibyte = 1_048_576;
const oneAssetLimit = mebibyte;
const pageLimit = 16 * mebibyte;
const workspacesPerPage = 100;
const assetsPerPage = 1_000;

export function createClient({ fetch, now, credentials, apiUrl }: ClientPorts): MediaIntelligenceClient {
  const clock = createClockOffset();
  const ports = { fetch, now, credentials, origin: apiUrl, clock };

  async function ask<Schema extends v.GenericSchema>(
    target: string,
    schema: Schema,
    limit: number,
    signal: AbortSignal,
  ): Promise<Outcome<v.InferOutput<Schema>> & { readonly receivedAt?: number }> {
    const signedWith = clock.milliseconds() ?? 0;
    const sent = await send(ports, target, limit, signal);
    if (sent.kind !== 'reply') return sent;
    const offset = clock.milliseconds();
    const outcome = readReply(sent.reply, schema, { offset, signedWith });
    // Refused for this computer's clock, which was not known to be wrong until this answer: sign once more, corrected.
    const clockWasLearned = outcome.kind === 'problem' && outcome.problem.kind === 'clock';
    if (clockWasLearned && offset !== signedWith) return ask(target, schema, limit, signal);
    return { ...outcome, receivedAt: sent.reply.receivedAt };
  }

  return {
    clockOffsetMs: clock.milliseconds,
    async importStatus(reference, signal) {
      const outcome = await ask(importStatusTarget(reference), importStatusResult, oneAssetLimit, signal);
      if (outcome.kind !== 'answer') return outcome;
      const { assetId, uploadStatus, uploadResult, metaData } = outcome.value;
      const receivedAt = outcome.receivedAt ?? now();
      return {
        kind: 'answer',
        value: { assetId, status: uploadStatus, text: uploadResult, metaData, receivedAt },
      };
    },
    assetDetails: (reference, signal) => ask(assetTarget(reference), assetItem, oneAssetLimit, signal),
    async listWorkspaces(signal) {
      const workspaces: Workspace[] = [];
      for (let page = 1, pages = 1; page <= pages; page += 1) {
        const outcome = await ask(
          workspacesTarget(page, workspacesPerPage),
          workspacePage,
          pageLimit,
          signal,
        );
        if (outcome.kind !== 'answer') return outcome;
        workspaces.push(...outcome.value.content);
        pages = outcome.value.totalPage;
      }
      return { kind: 'answer', value: workspaces };
    },
    async listProjects(workspace, signal) {
      const outcome = await ask(projectsTarget(workspace), projectList, pageLimit, signal);
      return outcome.kind === 'answer' ? { kind: 'answer', value: outcome.value.projects } : outcome;
    },
    listAssets: (workspace, projectId, page, signal) =>
      ask(assetsTarget(workspace, projectId, page, assetsPerPage), assetPage, pageLimit, signal),
  };
}
