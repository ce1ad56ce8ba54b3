import type { Chance } from './random.ts';

/** An import that came to an end. */
export interface End {
  readonly id: string;
  readonly asset: Asset;
  /** True time. */
  readonly at: number;
  readonly status: string;
  /** What the answers say beside the status, as it is read. */
  readonly text: string | null;
}

/** How the service words what it says, of which little is documented. */
export interface Manner {
  /** The text of an end: its id, the same for all, or none. */
  readonly texts: (typeof texts)[number];
  /** What stands beside the status of what is in progress. */
  readonly progress: (typeof progress)[number];
  /** The metadata of what has completed come so much later, ms. */
  readonly metaDataAfterMs: number;
  /** What is imported again is the same file, and else another each time. */
  readonly isSameFile: boolean;
  /** Ids count from here. */
  readonly idsFrom: number;
}

/** How an import may fail. */
export const failures = ['FAILED', 'FILE_NOT_EXIST', 'INVALID_METADATA'] as const;
export const hasFailed = (status: string): boolean => (failures as readonly string[]).includes(status);

export const texts = ['its id', 'the same', 'null', 'empty'] as const;
export const progress = ['nothing', 'a text', 'metadata'] as const;

export const plainManner: Manner = {
  texts: 'its id',
  progress: 'nothing',
  metaDataAfterMs: 0,
  isSameFile: false,
  idsFrom: 0,
};

/** An asset as the service has it. */
export interface Asset {
  readonly account: string;
  readonly assetId: number;
  projectId: number;
  /** True time since when it stands there, ms. */
  arrivedAt: number;
  /** True time, ms. */
  readonly appearedAt: number;
  /** The list of this project shows it for a while, though it stands there no longer. */
  lingersIn: number | null;
  /** No list shows it for a while. */
  isHidden: boolean;
  /** Its details are found at its old place after a move, and say where it stands. */
  tellsPlace: boolean;
  status: string;
  /** Null while it is in progress. */
  end: End | null;
  deleted: boolean;
  readonly ends: End[];
  /** The object from which it was registered in the story; null of what was there or appeared without the app. */
  key: string | null;
  /** In which bucket that is, which nothing that the service says tells. */
  bucket: string | null;
  /** True time; before it no list shows it. */
  listedFrom: number;
}

export interface KeyState {
  version: number;
  revoked: boolean;
  permitted: boolean;
}

/** How the lists of projects show imports that have not completed, which is not documented. */
export const unfinishedShown = ['absent', 'bare', 'whole'] as const;
export type UnfinishedShown = (typeof unfinishedShown)[number];

export const lies = ['a page is missing', 'an asset stands there twice', 'old metadata'] as const;
/** What lists say besides the metadata of what they list. */
export const slips = [
  ...(['too few are counted', 'too many are counted', 'too few pages are counted'] as const),
  ...(['too many pages are counted', 'nothing is listed', 'the order is another each time'] as const),
  'what is listed stands elsewhere',
] as const;
export type Lie = (typeof lies)[number] | (typeof slips)[number];

export interface Lists {
  unfinished: UnfinishedShown;
  /** Failed ones are listed as completed ones are, and else as those that still run. */
  showsFailed: boolean;
  newestFirst: boolean;
  /** In the order of the ids, and else as the assets appeared. */
  byId: boolean;
  onPage: number;
  lie: Lie | null;
  /** How often the order has become another one. */
  shuffles: number;
}

/** What a part of the servers answers by that has heard of nothing since. */
export interface Replica {
  readonly assets: ReadonlyMap<string, Asset>;
  readonly of: (typeof repliesOfReplicas)[number];
}

export const repliesOfReplicas = ['all', 'imports', 'lists'] as const;

export const dates = ['minutes ahead', 'minutes back', 'none', 'of another zone', 'in local time'] as const;

export type Service = ReturnType<typeof createService>;

export const firstProject = 1;
export const secondProject = 2;
/** The service does not find its list. */
export const noProject = 99;
/** The id of what the app registers first, above all that appears without it. */
export const firstRegistered = 1_000;

/** How often an answer comes from a replica that is behind. */
const fromReplica = 0.5;
export const workspace = 'sim';
export const bucket = 'sim-media';
/** With files of the same keys in it. */
export const otherBucket = 'sim-more';
export const keyOf = (version: number) => `KEY${version}`;

/** What the service truly holds. */
export function createService(now: () => number, chance: Chance, lists: Lists, manner = plainManner) {
  const assets = new Map<string, Asset>();
  const keys = new Map<string, KeyState>();
  const buckets = new Set([bucket, otherBucket]);
  const kept = new Map<string, number>();
  let nextEnd = 1;
  let nextAsset = manner.idsFrom + firstRegistered;
  let replica: Replica | null = null;

  const idOf = (account: string, assetId: number) => `${account}:${workspace}/${assetId}`;

  return {
    assets,
    lists,
    manner,
    buckets,
    /** What its `Date` says; null where that is right. */
    date: null as (typeof dates)[number] | null,
    /** Of which the details name another project than where they stand. */
    misplaced: new Set<Asset>(),
    /** Some servers are behind from now on. Returned: they have caught up. */
    fallBehind(of: Replica['of']): () => void {
      const copies = [...assets].map(([id, asset]): [string, Asset] => [id, { ...asset }]);
      const mine: Replica = { of, assets: new Map(copies) };
      replica = mine;
      return () => {
        if (replica === mine) replica = null;
      };
    },
    catchUp: (): void => void (replica = null),
    /** What the server knows that answers this question. */
    seenFor(what: 'imports' | 'lists' | 'details'): ReadonlyMap<string, Asset> {
      const isBehind = replica !== null && (replica.of === 'all' || replica.of === what);
      return isBehind && chance.happens(fromReplica) ? replica!.assets : assets;
    },
    idOf,
    assetOf: (account: string, assetId: number) => assets.get(idOf(account, assetId)) ?? null,
    keyStateOf(account: string): KeyState {
      let state = keys.get(account);
      if (!state) keys.set(account, (state = { version: 1, revoked: false, permitted: true }));
      return state;
    },
    /** A file that is registered again becomes the asset that it was. */
    keepId: (account: string, key: string, assetId: number) => void kept.set(`${account}:${key}`, assetId),
    /** Takes a file that the app registers. */
    take(account: string, from: string, key: string): Asset {
      const asset = assets.get(idOf(account, kept.get(`${account}:${key}`) ?? 0));
      if (asset?.key === null && asset.projectId === firstProject && !asset.deleted && this.hasEnded(asset)) {
        asset.key = key;
        asset.bucket = from;
        this.importAgain(asset);
        return asset;
      }
      return this.register(account, nextAsset++, key, from);
    },
    /** Made of this object, oldest first. */
    madeOf: ({
      account,
      bucket: from,
      key,
    }: Pick<Asset, 'account'> & { bucket: string | null; key: string | null }) =>
      [...assets.values()].filter(
        (asset) => asset.account === account && asset.key === key && asset.bucket === from,
      ),
    register(
      account: string,
      assetId: number,
      key: string | null = null,
      from: string | null = null,
      projectId: number = firstProject,
    ): Asset {
      const fresh = {
        status: 'IN_PROGRESS',
        end: null,
        deleted: false,
        isHidden: false,
        lingersIn: null,
        listedFrom: 0,
        ends: [],
      };
      const since = { appearedAt: now(), arrivedAt: now() };
      const place = { projectId, ...since, tellsPlace: true };
      const asset: Asset = { account, assetId, key, bucket: from, ...place, ...fresh };
      assets.set(idOf(account, assetId), asset);
      return asset;
    },
    /** It was deleted, or stands in another project than the one that is asked for and nothing there says where. */
    isGone({
      account,
      reference,
    }: {
      account: string;
      reference: { projectId: number; assetId: number };
    }): boolean {
      const asset = assets.get(idOf(account, reference.assetId));
      if (asset === undefined || asset.deleted) return true;
      return asset.projectId !== reference.projectId && !asset.tellsPlace;
    },
    hasEnded: (asset: Asset) => asset.end !== null,
    isListed: (asset: Asset) => asset.listedFrom <= now(),
    listAll(): void {
      for (const asset of assets.values()) asset.listedFrom = 0;
    },
    move(asset: Asset, projectId: number): void {
      asset.projectId = projectId;
      asset.arrivedAt = now();
    },
    /** The same asset is imported anew. */
    importAgain(asset: Asset): void {
      asset.status = 'IN_PROGRESS';
      asset.end = null;
    },
    end(asset: Asset, status: string): void {
      const id = `end ${nextEnd++}`;
      const text = { 'its id': id, 'the same': 'Video copy completed', null: null, empty: null }[
        manner.texts
      ];
      asset.end = { id, asset, at: now(), status, text };
      asset.ends.push(asset.end);
      asset.status = status;
    },
    sayUnknown(asset: Asset): void {
      asset.status = chance.oneOf(['TRANSCODING', 'QUEUED', 'completed']);
      asset.end = null;
    },
  };
}
