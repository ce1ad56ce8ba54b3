import type { Problem, ProblemKind } from '../../../main/contract.ts';
import { noon } from './moments.ts';

/** A problem with nothing to it but its kind, unless `parts` say otherwise. */
export function aProblem(kind: ProblemKind, parts: Partial<Problem> = {}): Problem {
  return {
    kind,
    httpStatus: null,
    code: null,
    message: null,
    field: null,
    traceId: null,
    retryAfterMs: null,
    clockOffsetMs: null,
    at: noon,
    ...parts,
  };
}
