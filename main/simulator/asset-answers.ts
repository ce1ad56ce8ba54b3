import * as v from 'valibot';
import { serviceError, success, type SimulatedAnswer } from './answer.ts';
import { paged } from './paging.ts';
import { present, projectOf, type Scene } from './scene.ts';
import { times } from './stamps.ts';
import { isKnownFormat } from './texts.ts';
import type { SimulatedAsset, World } from './world.ts';

export function listAssets(
  { world, settings, query }: Scene,
  match: readonly string[],
): SimulatedAnswer | null {
  return present(projectOf(world, match), ({ projectId }) => {
    const isListed = (entry: SimulatedAsset) =>
      settings.unfinishedInList !== 'absent' || world.statusOf(entry) === 'COMPLETED';
    const listed = world.assetsOf(match[0] ?? '', projectId).filter(isListed);
    const isWhole = settings.unfinishedInList === 'with-metadata';
    return paged(listed, query, (entry) => ({
      ...detailsOf(world, entry),
      ...(isWhole && { metaData: entry.script.metaData }),
    }));
  });
}

/** How long an import takes that was registered over the API, simulated ms. */
const registeredTakesMs = 600_000;

const registration = v.object({
  key: v.pipe(v.string(), v.nonEmpty()),
  bucketName: v.pipe(v.string(), v.nonEmpty()),
});

/** Answers with the new id at once; the import goes on by itself. */
export function register({ world, body }: Scene, match: readonly string[]): SimulatedAnswer | null {
  return present(projectOf(world, match), ({ projectId }) => {
    const wish = v.safeParse(registration, body);
    if (!wish.success) return serviceError('invalid-request');
    const { key } = wish.output;
    if (key.endsWith('/')) return serviceError('folder-selected');
    const fileName = key.split('/').at(-1) ?? key;
    const end = isKnownFormat(fileName)
      ? ({ as: 'COMPLETED' } as const)
      : ({ as: 'INVALID_METADATA', unfit: 'format' } as const);
    const { assetId } = world.addAsset({
      workspace: match[0] ?? '',
      projectId,
      fileName,
      script: { endsAfterMs: registeredTakesMs, ...end },
    });
    return success({ assetId, createUserName: 'demo', updateUserName: 'demo', ...times });
  });
}

export function move({ world, query }: Scene, moved: SimulatedAsset): SimulatedAnswer {
  const target = projectOf(world, [moved.workspace, query.get('new_project_id') ?? '']);
  if (target === null) return serviceError('invalid-request');
  world.move(moved.assetId, target.projectId);
  return details(world, moved);
}

export function remove(world: World, removed: SimulatedAsset): SimulatedAnswer {
  world.remove(removed.assetId);
  return { status: 200, body: { code: '0', message: 'success' } };
}

export function details(world: World, asset: SimulatedAsset): SimulatedAnswer {
  return success(detailsOf(world, asset));
}

function detailsOf(world: World, asset: SimulatedAsset) {
  const { assetId, fileName, projectId } = asset;
  const metaData = world.statusOf(asset) === 'COMPLETED' ? asset.script.metaData : null;
  const key = `media/${fileName}`;
  return {
    assetId,
    fileName,
    projectId,
    metaData,
    key,
    createUserName: 'demo',
    updateUserName: 'demo',
    ...times,
  };
}

export function importStatus(world: World, asset: SimulatedAsset): SimulatedAnswer {
  const uploadStatus = world.statusOf(asset);
  const metaData = uploadStatus === 'COMPLETED' ? asset.script.metaData : null;
  return success({
    assetId: asset.assetId,
    uploadStatus,
    uploadResult: world.textOf(asset, uploadStatus),
    metaData,
  });
}
