import type { Bridge, RequestOf, ResponseOf } from '../../main/contract.ts';
import { countOf, formatMoment } from '../../words/format.ts';
import type { Session } from './session.svelte.ts';

/** Has these checked now, and says so, or what keeps them from it. */
export async function checkNow(
  session: Session,
  { request }: Bridge,
  watches: RequestOf<'checkNow'>['watches'],
): Promise<void> {
  const asked = request.checkNow({ watches: watches === 'all' ? watches : [...watches] });
  await session.telling.ask(asked, (reply) => textOf(session, watches === 'all', reply));
}

function textOf(
  { now, snapshot: { language }, words: { problems, shell, watchlist } }: Session,
  isAll: boolean,
  { checked, hold }: ResponseOf<'checkNow'>,
): string {
  switch (hold?.kind) {
    case 'paused':
      return shell.pausedUntil(formatMoment(hold.until, now, language));
    case 'offline':
      return shell.offlineSince(formatMoment(hold.since, now, language));
    case 'key-missing':
      return shell.keyMissing;
    case 'account-gone':
      return problems['account-gone'].title;
    case undefined:
      if (checked === 0) return shell.idle;
      return isAll ? shell.checking : watchlist.checking(countOf(checked, language));
  }
}
