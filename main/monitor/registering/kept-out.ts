import { fileNameOf } from '../../model/registration.ts';
import type { Watch } from '../../model/watch.ts';
import type { Wish } from '../../model/wish.ts';
import type { RegisteringState } from './wishes.ts';

/** The first are the likeliest: what a request made came soon after it had left. */
const mostLeft = 100;

/**
 * At the end of a step: what has left the list may be what a file became whose reply is lost, or on its way. It would come back with that
 * reply, although the person took it out, or its end was told and it was tidied away.
 */
export function keepOut({ watches, wishes }: RegisteringState): void {
  const gone = [...watches.changes().values()].flatMap(({ from, to }) => (to === null && from ? from : []));
  if (gone.length === 0) return;
  for (const wish of [...wishes.values()]) {
    const { id, state } = wish;
    if (state.kind !== 'sent' && state.kind !== 'in-doubt') continue;
    const more = gone.filter((watch) => mayBeOf(wish, state.above, watch));
    const left = [...(state.left ?? []), ...more.map(({ reference }) => reference.assetId)];
    if (more.length > 0) wishes.patch(id, { state: { ...state, left: left.slice(0, mostLeft) } });
  }
}

/** Up to `above` it is what was there before; where the service keeps its id, the file is wanted in the list anew. */
const mayBeOf = (wish: Wish, above: number, { account, reference, fileName }: Watch): boolean =>
  reference.assetId > above &&
  account === wish.account &&
  reference.workspace === wish.workspace &&
  mayBeNamed(wish, fileName);

/**
 * Its own name, or one that cannot be told from it: the service may write a name otherwise than the bucket does. Whether it is the same
 * file is told by the details' key.
 */
export const mayBeNamed = ({ key }: Pick<Wish, 'key'>, fileName: string | null): boolean =>
  fileName === null || gist(fileName) === gist(fileNameOf(key));

/** The letters and digits at the beginning of a name. */
const gist = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 20);
