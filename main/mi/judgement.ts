import type { FieldProblem, ProblemKind } from '../model/problem.ts';
import type { CappedBody } from './capped-body.ts';
import { kindOfError, kindOfPage } from './problem-kinds.ts';
import { readRemoteError } from './remote-error.ts';

export type Judgement =
  /** A complete answer that says success; its result is still of unknown shape. */
  | { readonly kind: 'success'; readonly body: unknown }
  | {
      readonly kind: 'failure';
      readonly problemKind: ProblemKind;
      readonly code: string | null;
      readonly message: string | null;
      readonly field: FieldProblem | null;
      /** True if the gateway or the service certainly wrote it, so that its clock and its verdict on the key can be trusted. */
      readonly byService: boolean;
    };

/**
 * Judges a response by its body first and its status second. The content type does not count: this gateway was seen to send JSON as
 * text/plain.
 */
export function judge(httpStatus: number, body: CappedBody, limit: number): Judgement {
  if (body.kind === 'too-large') return unreadable({ path: null, fault: 'too-large', figure: limit });
  const parsed = parseJson(body.text);
  if (parsed.kind === 'json') return judgeJson(httpStatus, parsed.value);
  if (looksLikePage(body.text)) return failure(kindOfPage(httpStatus));
  if (!isSuccess(httpStatus)) return failure(kindOfError(httpStatus, null));
  return unreadable({ path: null, fault: 'not-json', figure: null });
}

function judgeJson(httpStatus: number, body: unknown): Judgement {
  // The common case first: trying every error shape on each good answer would cost more than everything else done with it.
  if (isSuccess(httpStatus) && saysSuccess(body) && !hasErrorObject(body)) return { kind: 'success', body };
  const error = readRemoteError(body);
  // With a success status a message alone is not an error, since the success envelope has one too.
  if (error !== null && (error.code !== null || !isSuccess(httpStatus))) {
    const { code, message } = error;
    return { ...failure(kindOfError(httpStatus, error)), code, message, byService: true };
  }
  if (!isSuccess(httpStatus)) return failure(kindOfError(httpStatus, null));
  if (saysSuccess(body)) return { kind: 'success', body };
  return unreadable({ path: 'code', fault: 'another-value', figure: '"0"' });
}

function saysSuccess(body: unknown): body is object {
  return (
    typeof body === 'object' && body !== null && 'code' in body && (body.code === '0' || body.code === 0)
  );
}

function hasErrorObject(body: object): boolean {
  return 'error' in body || 'responseError' in body;
}

function isSuccess(httpStatus: number): boolean {
  return httpStatus >= 200 && httpStatus < 300;
}

function looksLikePage(text: string): boolean {
  return /^\s*<(?:!doctype|html|head|body|script|meta|\?xml|!--)/i.test(text);
}

type Parsed = { readonly kind: 'json'; readonly value: unknown } | { readonly kind: 'not-json' };

function parseJson(text: string): Parsed {
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    return { kind: 'not-json' };
  }
}

function failure(problemKind: ProblemKind) {
  return {
    kind: 'failure',
    problemKind,
    code: null,
    message: null,
    field: null,
    byService: false,
  } as const;
}

function unreadable(field: FieldProblem): Judgement {
  return { ...failure('unreadable'), field };
}
