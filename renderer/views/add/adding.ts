import type { RequestOf } from '../../../main/contract.ts';

/** One asset as the request `add` takes it. */
export type AddedAsset = RequestOf<'add'>['assets'][number];
