import * as v from 'valibot';
import { cleanText } from './clean-text.ts';

/** The content of an error body, whichever of the two layers wrote it. */
export interface RemoteError {
  readonly layer: 'gateway' | 'service';
  readonly code: string | null;
  readonly message: string | null;
}

/** The tables say Integer, the examples have strings; both were seen. */
const code = v.nullish(
  v.pipe(
    v.union([v.string(), v.number()]),
    v.transform((value) => cleanText(String(value))),
  ),
  null,
);
const message = v.nullish(
  v.pipe(
    v.unknown(),
    v.transform((value) => (typeof value === 'string' ? cleanText(value) : null)),
  ),
  null,
);

const gatewayShape = v.object({ error: v.object({ errorCode: code, message, details: message }) });
const nestedShape = v.object({ responseError: v.object({ code, message }) });
const infrastructureShape = v.object({
  responseError: v.object({ returnCode: code, returnMessage: message }),
});
const flatShape = v.object({ code, message });

type Reader = (body: unknown) => RemoteError | null;

/** In this order; the first that finds a code or a message wins. */
const readers: readonly Reader[] = [
  (body) => {
    const read = v.safeParse(gatewayShape, body);
    if (!read.success) return null;
    const { errorCode, message: title, details } = read.output.error;
    return said('gateway', errorCode, [title, details].filter((part) => part !== null).join(': '));
  },
  (body) => {
    const read = v.safeParse(nestedShape, body);
    return read.success
      ? said('service', read.output.responseError.code, read.output.responseError.message)
      : null;
  },
  (body) => {
    const read = v.safeParse(infrastructureShape, body);
    if (!read.success) return null;
    return said('gateway', read.output.responseError.returnCode, read.output.responseError.returnMessage);
  },
  (body) => {
    const read = v.safeParse(flatShape, body);
    return read.success ? said('service', read.output.code, read.output.message) : null;
  },
];

/** The error in a parsed JSON body; null if it has none of the known shapes or says success. */
export function readRemoteError(body: unknown): RemoteError | null {
  for (const read of readers) {
    const error = read(body);
    if (error !== null) return error.layer === 'service' && error.code === '0' ? null : error;
  }
  return null;
}

function said(layer: RemoteError['layer'], code: string | null, message: string | null): RemoteError | null {
  const text = message === null ? null : cleanText(message);
  return code === null && text === null ? null : { layer, code, message: text };
}
