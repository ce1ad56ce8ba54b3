import type { MetaData } from '../../main/model/asset.ts';
import { noticeKeyOf, type Notice, type NoticeFate } from '../../main/model/notice.ts';
import type { Watch } from '../../main/model/watch.ts';

const addedAt = Date.UTC(2026, 8, 1);

export const metaDataOfAll: MetaData = {
  resolution: '1920x1080',
  durationMs: 2_640_000,
  size: 8_400_000_000,
  format: 'mov',
};

/** Watches as they are after a while of use, numbered from `from` up to before `to`. */
export function watchesOf(from: number, to: number, status: string): Watch[] {
  return Array.from({ length: to - from }, (_, index) => watchOf(from + index + 1, status));
}

function watchOf(assetId: number, status: string): Watch {
  return {
    id: `a1:news-archive/${assetId}`,
    account: 'a1',
    reference: { workspace: 'news-archive', projectId: 1234, assetId },
    label: null,
    fileName: `autumn_episode_${assetId}_master.mov`,
    size: null,
    group: null,
    addedAt,
    attempt: 1,
    known: {
      assetId,
      status,
      text: null,
      metaData: metaDataOfAll,
      receivedAt: addedAt + 600_000,
    },
    shownAs: null,
    lastEnd: null,
    toldLate: false,
    isAgeDoubtful: false,
    isHandled: false,
    mute: null,
    startedAt: addedAt,
    endedAt: status === 'IN_PROGRESS' ? null : addedAt + 600_000,
  };
}

export function noticeOf(watch: Watch, fate: NoticeFate): Notice {
  return {
    about: 'import',
    key: noticeKeyOf(watch),
    watch: watch.id,
    reference: watch.reference,
    name: watch.fileName,
    status: 'COMPLETED',
    text: null,
    metaData: watch.known?.metaData ?? null,
    at: addedAt + 600_000,
    fate,
    read: false,
  };
}
