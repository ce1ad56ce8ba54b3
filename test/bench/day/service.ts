import type { Answer, AssetReference, ListedPage } from '../../../main/model/asset.ts';
import type { Ask, Reply } from '../../../main/monitor/kernel/events.ts';
import { drawImports, usualWorld, type TrueImport } from '../schedule/imports.ts';

export const workspace = 'news-archive';
export const projects = [1_201, 1_202, 1_203];

const onPage = 1_000;
const hourMs = 3_600_000;
/** So many assets of each project had ended before the day began. */
const olderAssets = 700;

interface Asset {
  readonly assetId: number;
  readonly projectId: number;
  readonly fileName: string;
  readonly beginsAt: number;
  readonly endsAt: number;
  readonly status: 'COMPLETED' | 'FAILED';
}

/** A service in which the imports of a day begin over ten and a half hours; its list has the running ones, without metadata. */
export function createService(imports: number, beganAt: number) {
  const drawn = drawImports({ ...usualWorld, failing: 0.03 }, imports, 5);
  const scale = (10.5 * hourMs) / Math.max(...drawn.map(({ beginsAt }) => beginsAt));
  const older = projects.flatMap((projectId) =>
    Array.from({ length: olderAssets }, () => olderAsset(projectId)),
  );
  const fresh = drawn.map((each) => assetOf(each, beganAt + each.beginsAt * scale));
  const assets = new Map(
    [...older, ...fresh].map((asset, index) => [index + 1, { ...asset, assetId: index + 1 }]),
  );

  function importStatus({ assetId }: AssetReference, at: number): Answer {
    const asset = assets.get(assetId);
    if (asset === undefined) throw new Error(`no asset ${assetId}`);
    const status = at >= asset.endsAt ? asset.status : 'IN_PROGRESS';
    return { assetId, status, text: null, metaData: null, receivedAt: at };
  }

  function page(projectId: number, number: number, at: number): ListedPage {
    const listed = [...assets.values()].filter(
      (asset) => asset.projectId === projectId && asset.beginsAt <= at,
    );
    const content = listed.slice((number - 1) * onPage, number * onPage);
    return {
      assets: content.map(({ assetId, fileName, endsAt, status }) => ({
        assetId,
        fileName,
        size: null,
        complete: at >= endsAt && status === 'COMPLETED',
      })),
      skipped: 0,
      totalCount: listed.length,
      pages: Math.ceil(listed.length / onPage),
    };
  }

  function reply(ask: Ask, at: number): Reply {
    switch (ask.for) {
      case 'status':
        return { kind: 'answer', for: ask.for, value: importStatus(ask.reference, at) };
      case 'details': {
        const { assetId, projectId } = ask.reference;
        const value = {
          fileName: `episode_${assetId}.mov`,
          projectId,
          metaData: null,
          key: null,
          registeredAt: null,
        };
        return { kind: 'answer', for: ask.for, value };
      }
      case 'page':
        return { kind: 'answer', for: ask.for, value: page(ask.projectId, ask.page, at) };
      default:
        throw new Error('nothing is registered here');
    }
  }

  return {
    reply,
    endOf: (assetId: number): number => assets.get(assetId)?.endsAt ?? Number.NaN,
  };
}

const olderAsset = (projectId: number): Omit<Asset, 'assetId'> => ({
  projectId,
  fileName: 'older.mov',
  beginsAt: 0,
  endsAt: 0,
  status: 'COMPLETED',
});

function assetOf(
  { projectId, format, durationMs, status }: TrueImport,
  beginsAt: number,
): Omit<Asset, 'assetId'> {
  return {
    projectId: projects[projectId % projects.length] ?? 0,
    fileName: `episode.${format}`,
    beginsAt,
    endsAt: beginsAt + durationMs,
    status,
  };
}
