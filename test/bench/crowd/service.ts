import type { ListedAsset, ListedPage } from '../../../main/model/asset.ts';
import type { Ask, Reply } from '../../../main/monitor/kernel/events.ts';
import type { TrueImport } from '../schedule/imports.ts';

/** How the list of a project shows an import that has not completed. */
export type Behaviour = 'absent' | 'without metadata' | 'with metadata';

export const workspace = 'news-archive';
const onPage = 1_000;

export interface CrowdAsset extends TrueImport {
  readonly assetId: number;
  /** Milliseconds after the beginning. */
  readonly endsAt: number;
}

/** A service in which all imports begin at once. */
export function createService(assets: readonly CrowdAsset[], behaviour: Behaviour, beganAt: number) {
  const byId = new Map(assets.map((asset) => [asset.assetId, asset]));
  const byProject = Map.groupBy(assets, ({ projectId }) => projectId);

  function page(projectId: number, number: number, at: number): ListedPage {
    const all = byProject.get(projectId) ?? [];
    const isCompleted = ({ endsAt, status }: CrowdAsset) => at - beganAt >= endsAt && status === 'COMPLETED';
    const listed = behaviour === 'absent' ? all.filter(isCompleted) : all;
    const content = listed.slice((number - 1) * onPage, number * onPage);
    return {
      assets: content.map((asset): ListedAsset => {
        const complete = behaviour === 'with metadata' || isCompleted(asset);
        const { assetId, format } = asset;
        // Sizes sharpen the estimate, which is a matter of `schedule`.
        return { assetId, fileName: `${assetId}.${format}`, size: null, complete };
      }),
      skipped: 0,
      totalCount: listed.length,
      pages: Math.max(1, Math.ceil(listed.length / onPage)),
    };
  }

  return function reply(ask: Ask, at: number): Reply {
    if (ask.for === 'page') return { kind: 'answer', for: 'page', value: page(ask.projectId, ask.page, at) };
    if (!('reference' in ask)) throw new Error('nothing is registered here');
    const { assetId, projectId } = ask.reference;
    const { endsAt, status, format } = byId.get(assetId)!;
    if (ask.for === 'details') {
      const value = {
        fileName: `${assetId}.${format}`,
        projectId,
        metaData: null,
        key: null,
        registeredAt: null,
      };
      return { kind: 'answer', for: 'details', value };
    }
    const value = {
      assetId,
      status: at - beganAt >= endsAt ? status : 'IN_PROGRESS',
      text: null,
      metaData: null,
      receivedAt: at,
    };
    return { kind: 'answer', for: 'status', value };
  };
}
