import type { Asked, BucketObject, ObjectNews, PickPage, PlannedFile, RequestOf } from '../contract.ts';
import { cleanName } from '../mi/clean-text.ts';
import type { AccountId } from '../model/asset.ts';
import type { ListedObject } from '../model/bucket.ts';
import { unfitReasonOf } from '../model/media-file.ts';
import { fitsOnLine } from '../paste/object-line.ts';
import type { Accounts } from './accounts.ts';
import { refuse } from './refusal.ts';

/** What the window can ask of buckets: to look into them, for an account that may register files. */
export function createBucketRequests(accounts: Pick<Accounts, 'client' | 'bucketClient' | 'mayRegister'>) {
  return {
    async listBucket({ account, bucket, prefix, after }: RequestOf<'listBucket'>): Promise<Asked<PickPage>> {
      if (!accounts.mayRegister(account)) throw refuse('registering-off');
      if (accounts.client(account) === null) throw refuse('no-usable-key');
      const client = accounts.bucketClient(account);
      if (client === null) throw refuse('no-object-storage');
      const reply = await client.list(bucket, prefix, after);
      if (reply.kind === 'aborted') throw refuse('called-back');
      if (reply.kind === 'problem') return reply;
      const { folders, objects } = reply.value;
      const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
      const nameOf = (name: string) => cleanName(name.slice(folder.length)) || name;
      return {
        kind: 'answer',
        value: {
          ...reply.value,
          folders: folders.map((each) => ({ prefix: each, name: nameOf(each) })),
          objects: objects.map((object) => toPick(object, nameOf(object.key))),
        },
      };
    },
  };
}

function toPick(object: ListedObject, name: string): BucketObject {
  const { key, size } = object;
  return { ...object, name, unfit: fitsOnLine(key) ? unfitReasonOf(key, size) : 'unprintable' };
}

/** The header has whole seconds: what was written within the same one may be newer. */
const resolutionMs = 1_000;

/**
 * Asks of objects what there is to say before they are registered again. After the first that cannot be asked about nothing more is
 * asked: a key without the permission, or a firewall, would make the person wait for each.
 */
export function createObjectLook(accounts: Pick<Accounts, 'bucketClient'>) {
  let canAsk = true;
  /** `registeredAt`: epoch ms of the service. */
  return async (
    account: AccountId,
    { source, outcome }: Pick<PlannedFile, 'source' | 'outcome'>,
    registeredAt: number | null,
  ): Promise<ObjectNews | null> => {
    if (source === null || !canAsk) return null;
    const reply = await accounts.bucketClient(account)?.stateOf(source.bucket, source.key);
    if (reply?.kind === 'problem') canAsk = false;
    if (reply?.kind !== 'answer') return null;
    const state = reply.value;
    if (!state.isThere) return { kind: 'gone' };
    if (outcome === 'file-not-there') return { kind: 'there' };
    const { changedAt } = state;
    if (changedAt === null || registeredAt === null || changedAt + resolutionMs > registeredAt) return null;
    return { kind: 'unchanged', changedAt };
  };
}
