import type { Problem, ProblemKind } from '../monitor/problem.ts';
import type { ErrorBody } from './error-body.ts';

/** Kinds by the gateway's errorCode (legacy API error handling page); the body decides before the HTTP status. */
const gatewayKinds: Readonly<Record<string, ProblemKind>> = {
  '100': 'refused',
  '200': 'credentials',
  '210': 'permission',
  '230': 'permission',
  '300': 'not-found',
  '400': 'rate-limit',
  '404': 'not-found',
  '410': 'rate-limit',
  '420': 'rate-limit',
  '430': 'refused',
  '500': 'service',
  '510': 'service',
  '900': 'service',
};

/** Kinds by the service's own code (status code table of the overview). */
const serviceKinds: Readonly<Record<string, ProblemKind>> = {
  '900': 'service',
  '10001': 'refused',
  '10014': 'refused',
  '10016': 'refused',
  '10023': 'refused',
  '10027': 'refused',
};

const statusKinds: Readonly<Record<number, ProblemKind>> = {
  401: 'credentials',
  403: 'permission',
  404: 'not-found',
  408: 'service',
  410: 'not-found',
  429: 'rate-limit',
};

/** The gateway refuses a timestamp that is further off than this, in the same words as a wrong key: only the answer's `Date` tells. */
const clockToleranceMs = 300_000;

export type ProblemCircumstances = Omit<Problem, 'kind' | 'code' | 'message'>;

/**
 * The problem behind an error answer: by its body where that has a known code, else by its HTTP status.
 * `signedOffMs`: how far from the service's time the request was signed.
 */
export function problemOf(
  body: ErrorBody | null,
  circumstances: ProblemCircumstances,
  signedOffMs: number,
): Problem {
  const kind = kindOf(body, circumstances.httpStatus ?? 0);
  return {
    ...circumstances,
    kind: kind === 'credentials' && Math.abs(signedOffMs) > clockToleranceMs ? 'clock' : kind,
    code: body?.code ?? null,
    message: body?.message || null,
  };
}

function kindOf(body: ErrorBody | null, status: number): ProblemKind {
  const byBody = body && (body.layer === 'gateway' ? gatewayKinds : serviceKinds)[body.code];
  if (byBody) return byBody;
  return statusKinds[status] ?? (status >= 500 ? 'service' : 'refused');
}
