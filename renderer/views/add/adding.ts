import type { RequestOf } from '../../../main/contract.ts';

/** What was pasted, or the bytes of the file that was opened. */
export type Source = RequestOf<'understand'>['text'];

/** One asset as the request `add` takes it. */
export type AddedAsset = RequestOf<'add'>['assets'][number];
