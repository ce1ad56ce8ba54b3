import { isOnLoopback } from '../mi/api-address.ts';
import { defaultApiUrl, objectStorageHost } from '../model/account.ts';

/** As the signature names it (Object Storage overview, domains by region). */
export const region = 'kr-standard';

/**
 * The origin at which the buckets of an account are; null where none is known. A service on this computer plays both. Keys that are meant
 * for another host are used at no other.
 */
export function objectStorageOf(apiUrl: string): string | null {
  if (apiUrl === defaultApiUrl) return `https://${objectStorageHost}`;
  return isOnLoopback(apiUrl) ? apiUrl : null;
}
