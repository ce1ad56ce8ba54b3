import { problemRules } from '../../../main/model/problem.ts';
import type { Reply } from '../../../main/monitor/kernel/events.ts';
import type { Flight } from './account-record.ts';
import type { Court } from './court.ts';

export type SendingLaw = ReturnType<typeof createSendingLaw>;

/** The least time to the next registration after the first that met trouble; it doubles, up to the longest. */
const firstMs = 5_000;
const longestMs = 5 * 60_000;

interface Rest {
  readonly failures: number;
  /** True times, ms. */
  readonly since: number;
  readonly until: number;
}

/**
 * Law 6 for what registers: what keeps all files of an account from being registered is met ever more rarely, however many wait. Each time
 * it slows the account down, and no import is asked for meanwhile.
 */
export function createSendingLaw(court: Court, now: () => number) {
  const rests = new Map<string, Rest>();

  return {
    asked({ account, watch, for: purpose }: Flight): void {
      if (purpose === 'registration' && now() < (rests.get(account)?.until ?? 0))
        court.breach(6, `${watch} was sent into the trouble that another file had just met`);
    },
    heard({ account, for: purpose, sentAt }: Flight, reply: Reply): void {
      if (purpose !== 'registration') return;
      if (reply.kind === 'answer') rests.delete(account);
      if (reply.kind !== 'problem') return;
      const { kind, retryAfterMs } = reply.problem;
      if (problemRules[kind].scope !== 'account' || kind === 'permission') return;
      const before = rests.get(account);
      const isNews = before === undefined || sentAt > before.since;
      const failures = (before?.failures ?? 0) + (isNews ? 1 : 0);
      const restMs = Math.max(retryAfterMs ?? 0, Math.min(longestMs, firstMs * 2 ** (failures - 1))) - 2;
      const until = Math.max(before?.until ?? 0, now() + restMs);
      rests.set(account, { failures, since: isNews ? now() : before.since, until });
    },
    /** True time, ms. */
    restsUntil: (account: string): number => rests.get(account)?.until ?? 0,
    /** The person wants it now, the clock has jumped, or a new process knows of nothing. */
    mayComeEarly: (): void => rests.clear(),
  };
}
