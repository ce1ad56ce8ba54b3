/** Why nothing fresh is known. A problem is never a failed import. */
export const problemKinds = [
  'offline',
  'intercepted',
  'clock',
  'credentials',
  'permission',
  'unconfirmed',
  'rate-limit',
  'service',
  'unreadable',
  'not-found',
  'refused',
  'account-gone',
] as const;

export type ProblemKind = (typeof problemKinds)[number];

/** What keeps a key from being one, the plainest fault first. */
export const keyFaults = ['empty', 'line-end-inside', 'blank-inside', 'not-printable', 'too-long'] as const;

/** What keeps a field of ours from being sent; `words/refusals` says them. */
export const sendFaults = [...keyFaults, 'not-a-workspace-name', 'not-a-bucket-name', 'not-an-id'] as const;

/** What keeps a field of an answer from being read; `words/problems` says them. */
export const answerFaults = [
  'missing',
  'not-text',
  'not-a-number',
  'not-a-list',
  'not-an-object',
  'not-json',
  'not-as-expected',
  'another-value',
  'too-large',
] as const;

/** Data, because only window and terminal know the person's language. Never with a value that came or was to be sent. */
export interface FieldProblem {
  /** Such as `result.uploadStatus`; null where it is the answer as a whole. */
  readonly path: string | null;
  readonly fault: (typeof sendFaults)[number] | (typeof answerFaults)[number];
  /** The value that is expected instead, the most bytes of what is too large, the most characters of what is too long; else null. */
  readonly figure: string | number | null;
}

export interface Problem {
  readonly kind: ProblemKind;
  /** Null when no HTTP answer came at all. */
  readonly httpStatus: number | null;
  /** The code of whichever layer spoke: the gateway's `errorCode` or the service's `code`. */
  readonly code: string | null;
  /**
   * The remote message, cleaned of markup and control characters, at most 300 characters. Untrusted text. Where something on the
   * network is the trouble: the system's own word for it.
   */
  readonly message: string | null;
  /** The field that could not be read or sent. */
  readonly field: FieldProblem | null;
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
  // A refusal of key, time or permission that may be one bad moment of the gateway. No answer says so.
  unconfirmed: { scope: 'account', then: 'slow', personMustAct: false },
  'rate-limit': { scope: 'account', then: 'slow', personMustAct: false },
  service: { scope: 'account', then: 'slow', personMustAct: false },
  unreadable: { scope: 'watch', then: 'slow', personMustAct: false },
  'not-found': { scope: 'watch', then: 'slow', personMustAct: false },
  refused: { scope: 'watch', then: 'slow', personMustAct: false },
  'account-gone': { scope: 'account', then: 'stop', personMustAct: true },
};

/** What a problem says of its response where none tells anything. */
export const withoutResponse = {
  httpStatus: null,
  code: null,
  message: null,
  field: null,
  traceId: null,
  retryAfterMs: null,
  clockOffsetMs: null,
} as const satisfies Partial<Problem>;

/** The person forgot the account: there is no key any more with which could be asked. No answer says so. */
export function accountGone(at: number): Problem {
  return { kind: 'account-gone', ...withoutResponse, at };
}
