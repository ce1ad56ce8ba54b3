import type { Page } from '@playwright/test';
import type { Bridge, Snapshot } from '../../main/contract.ts';
import { projectId, workspace, type Service } from '../support/journey.ts';

/** An account asks five times a second: few imports each, or a run would be killed before it has asked for all. */
export const importsPerAccount = 10;

const statuses = ['COMPLETED', 'COMPLETED', 'FAILED', 'FILE_NOT_EXIST', 'INVALID_METADATA'] as const;

export interface Going {
  readonly name: string;
  /** Ends it; has no effect on one that has ended. */
  readonly end: () => void;
}

/** Connects an account for each service and watches `count` imports in all, through the window's own way to main. */
export async function watchImports(
  page: Page,
  services: readonly Service[],
  count: number,
): Promise<Going[]> {
  const going: Going[] = [];
  for (const service of services) {
    const labels = Array.from(
      { length: Math.min(importsPerAccount, count - going.length) },
      // Short, so that a digest has room for the names of all that it tells of.
      (_, index) => `t${100 + going.length + index}`,
    );
    const imports = labels.map((label) => ({ label, id: service.importing(`${label}.mov`).id }));
    going.push(...imports.map(({ label, id }, index) => goingOn(service, label, id, index)));
    await page.evaluate(
      async ({ account, labelled }) => {
        const { request } = (globalThis as unknown as { importWatch: Bridge }).importWatch;
        const saved = await request.saveAccount(account);
        if (!saved.ok) throw new Error(JSON.stringify(saved.error));
        const added = await request.add({ account: saved.value.id, assets: labelled, group: null });
        if (!added.ok) throw new Error(JSON.stringify(added.error));
      },
      {
        account: { id: null, name: service.url, ...service.account },
        labelled: imports.map(({ label, id }) => ({
          ...{ label, fileName: null },
          reference: { workspace, projectId, assetId: id },
        })),
      },
    );
  }
  return going;
}

function goingOn({ world }: Service, name: string, id: number, index: number): Going {
  return {
    name,
    end: () => {
      if (world.assets.get(id)?.script.endsAfterMs === null)
        world.end(id, statuses[index % statuses.length]!);
    },
  };
}

/** Takes one of them out by chance. */
export function takeOne(going: Going[], chance: () => number): Going {
  const [taken] = going.splice(Math.floor(chance() * going.length), 1);
  if (taken === undefined) throw new Error('No import is going on any more.');
  return taken;
}

/** What main tells a window that has just opened. */
export async function snapshotOf(page: Page): Promise<Snapshot> {
  return page.evaluate(async () => {
    const { request } = (globalThis as unknown as { importWatch: Bridge }).importWatch;
    const reply = await request.snapshot(undefined);
    if (!reply.ok) throw new Error(JSON.stringify(reply.error));
    return reply.value;
  });
}
