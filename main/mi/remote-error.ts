import * as v from 'valibot';
import { cleanText } from './clean-text.ts';

/** An error that the gateway or the service wrote; both its code and its shape are theirs. */
export interface RemoteError {
  /** `infrastructure`: the shape of other services behind the same gateway, with the gateway's codes. */
  readonly layer: 'gateway' | 'infrastructure' | 'service';
  readonly code: string;
  readonly message: string | null;
}

/** The tables say Integer, the examples have strings; both were seen. */
const code = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.regex(/^\d{1,10}$/));
/** The codes of the service have five digits. Any other server may say `{"code":401,"message":"Unauthorized"}`. */
const serviceCode = v.pipe(code, v.regex(/^\d{5}$/));
const text = v.fallback(v.nullish(v.pipe(v.string(), v.transform(cleanText)), null), null);

const serviceError = v.pipe(
  v.object({ code: serviceCode, message: text }),
  v.transform((said): RemoteError => ({ layer: 'service', ...said })),
);

/** In this order; the first that fits wins. */
const shapes = v.union([
  v.pipe(
    v.object({ error: v.object({ errorCode: code, message: text, details: text }) }),
    v.transform(({ error: { errorCode, message, details } }): RemoteError => {
      const whole = [message, details].filter((part) => part !== null).join(': ');
      return { layer: 'gateway', code: errorCode, message: cleanText(whole) };
    }),
  ),
  v.pipe(
    v.object({ responseError: serviceError }),
    v.transform(({ responseError }) => responseError),
  ),
  v.pipe(
    v.object({ responseError: v.object({ returnCode: code, returnMessage: text }) }),
    v.transform(({ responseError }): RemoteError => {
      const { returnCode, returnMessage } = responseError;
      return { layer: 'infrastructure', code: returnCode, message: returnMessage };
    }),
  ),
  serviceError,
]);

/** The error in a parsed JSON body; null if it has none of the known shapes. */
export function readRemoteError(body: unknown): RemoteError | null {
  const read = v.safeParse(shapes, body);
  return read.success ? read.output : null;
}

/** What a JSON of someone else says of itself, to show it; null if it says nothing. */
export function foreignMessage(body: unknown): string | null {
  const read = v.safeParse(v.object({ message: text }), body);
  return read.success ? read.output.message : null;
}
