import type { BucketClient, BucketClientPorts } from '../bucket/bucket-client.ts';
import { objectStorageOf } from '../bucket/object-storage-address.ts';
import { createClient, type ClientPorts, type MediaIntelligenceClient } from '../mi/client.ts';
import type { Keys } from '../mi/keys.ts';

/** What asks with the keys of one account. */
export interface Clients {
  readonly client: MediaIntelligenceClient;
  /** Null where no Object Storage belongs to the account's address. */
  readonly bucketClient: BucketClient | null;
}

/** `apiUrl`: an origin, as `readApiAddress` returns it. */
export function createClients(
  ports: Pick<ClientPorts, 'fetch' | 'fetchOnce' | 'now'>,
  keys: Keys,
  apiUrl: string,
): Clients {
  const client = createClient({ ...ports, credentials: () => keys, apiUrl });
  const origin = objectStorageOf(apiUrl);
  const { clockOffsetMs } = client;
  const bucketClient = origin === null ? null : openBucketClient({ ...ports, keys, origin, clockOffsetMs });
  return { client, bucketClient };
}

/** Loaded with the first question: most people never ask one. */
function openBucketClient(ports: BucketClientPorts): BucketClient {
  const loading = async () => (await import('../bucket/bucket-client.ts')).createBucketClient(ports);
  let loaded: ReturnType<typeof loading> | null = null;
  const load = () => (loaded ??= loading());
  return {
    list: async (...place) => (await load()).list(...place),
    stateOf: async (...place) => (await load()).stateOf(...place),
  };
}
