/** Why nothing fresh is known. A problem is never a failed import. */
export const problemKinds = [
  'offline',
  'intercepted',
  'clock',
  'credentials',
  'permission',
  'rate-limit',
  'service',
  'unreadable',
  'not-found',
  'refused',
] as const;

export type ProblemKind = (typeof problemKinds)[number];

export interface Problem {
  readonly kind: ProblemKind;
  /** Null when no HTTP answer came at all. */
  readonly httpStatus: number | null;
  /** The code of whichever layer spoke: the gateway's `errorCode` or the service's `code`. */
  readonly code: string | null;
  /** The remote message, cleaned of markup and control characters, at most 300 characters. Untrusted text. */
  readonly message: string | null;
  /** The field of the answer that could not be read, such as `result.uploadStatus`, with what was expected. */
  readonly field: string | null;
  /** `x-ncp-trace-id` or `x-ncp-apigw-request-id`, for a support ticket. */
  readonly traceId: string | null;
  /** What `Retry-After` asked for, in milliseconds from the answer. */
  readonly retryAfterMs: number | null;
  /** Service clock minus this computer's clock, in milliseconds, where the answer had a `Date`. */
  readonly clockOffsetMs: number | null;
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface ProblemRule {
  /** Whose trouble it is: one watch alone, or all that is asked with this account. */
  readonly scope: 'watch' | 'account';
  /** `stop`: asking again cannot help until the person acts. `slow`: back off and send one probe at a time. */
  readonly then: 'stop' | 'slow';
  /** True where the tray must say "needs you" rather than "nothing fresh is known". */
  readonly personMustAct: boolean;
}

export const problemRules: Record<ProblemKind, ProblemRule> = {
  offline: { scope: 'account', then: 'slow', personMustAct: false },
  intercepted: { scope: 'account', then: 'slow', personMustAct: false },
  clock: { scope: 'account', then: 'stop', personMustAct: true },
  credentials: { scope: 'account', then: 'stop', personMustAct: true },
  permission: { scope: 'account', then: 'stop', personMustAct: true },
  'rate-limit': { scope: 'account', then: 'slow', personMustAct: false },
  service: { scope: 'account', then: 'slow', personMustAct: false },
  unreadable: { scope: 'watch', then: 'slow', personMustAct: false },
  'not-found': { scope: 'watch', then: 'slow', personMustAct: false },
  refused: { scope: 'watch', then: 'slow', personMustAct: false },
};
