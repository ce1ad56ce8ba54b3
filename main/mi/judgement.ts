import type { FieldProblem, ProblemKind } from '../model/problem.ts';
import type { CappedBody } from './capped-body.ts';
import { kindOfError, kindOfForeign } from './problem-kinds.ts';
import { foreignMessage, readRemoteError } from './remote-error.ts';

export type Judgement =
  /** A complete answer that says success; its result is still of unknown shape. */
  | { readonly kind: 'success'; readonly body: unknown }
  | {
      readonly kind: 'failure';
      readonly problemKind: ProblemKind;
      readonly code: string | null;
      readonly message: string | null;
      readonly field: FieldProblem | null;
      /** The gateway or the service wrote it. */
      readonly byService: boolean;
      /** It brings a result all the same. */
      readonly hasResult: boolean;
    };

/**
 * Judges a response by its body first and its status second. The content type does not count: this gateway was seen to send JSON as
 * text/plain.
 */
export function judge(httpStatus: number, body: CappedBody, limit: number): Judgement {
  const isSuccess = httpStatus >= 200 && httpStatus < 300;
  if (body.kind === 'too-large')
    return isSuccess
      ? unreadable({ path: null, fault: 'too-large', figure: limit })
      : foreign(httpStatus, false, null);
  const parsed = parseJson(body.text);
  if (parsed.kind === 'not-json')
    return isSuccess && isHalfAnEnvelope(body.text)
      ? unreadable({ path: null, fault: 'not-json', figure: null })
      : foreign(httpStatus, isPage(body.text), null);
  const { value } = parsed;
  // The common case first: trying every error shape on each good answer would cost more than everything else done with it.
  const isAnswer = isSuccess && isEnvelope(httpStatus, value);
  const error = isAnswer && !hasErrorObject(value) ? null : readRemoteError(value);
  if (error === null || (isSuccess && saysSuccess(httpStatus, error.code)))
    return isAnswer ? { kind: 'success', body: value } : foreign(httpStatus, false, foreignMessage(value));
  const { code, message } = error;
  const said = { code, message, byService: true, hasResult: hasResult(value) };
  return { ...failure(kindOfError(httpStatus, error)), ...said };
}

/** `{"code":"0","message":"success","result":{…}}`. Other services too call success 0; they have no `result`. */
function isEnvelope(httpStatus: number, body: unknown): body is object {
  if (typeof body !== 'object' || body === null || !('code' in body)) return false;
  return saysSuccess(httpStatus, body.code) && 'result' in body;
}

/** Zero, in however many digits; or the status of the success itself, in the five digits of the service's codes. */
function saysSuccess(httpStatus: number, code: unknown): boolean {
  const isNumber = typeof code === 'string' ? /^\d+$/.test(code) : typeof code === 'number';
  return isNumber && [0, httpStatus * 100].includes(Number(code));
}

function hasResult(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'result' in body && body.result !== null;
}

function hasErrorObject(body: object): boolean {
  return 'error' in body || 'responseError' in body;
}

/** What the service began to say, and something on the way cut. */
function isHalfAnEnvelope(text: string): boolean {
  return /^\s*\{\s*"(?:code|message|result)"\s*:/.test(text);
}

/** No JSON begins like this, and every form of HTML and XML does. */
function isPage(text: string): boolean {
  return /^\s*</.test(text);
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
    hasResult: false,
  } as const;
}

function foreign(httpStatus: number, isPage: boolean, message: string | null): Judgement {
  return { ...failure(kindOfForeign(httpStatus, isPage)), message };
}

function unreadable(field: FieldProblem): Judgement {
  return { ...failure('unreadable'), field };
}
