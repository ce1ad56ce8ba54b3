import { createHmac } from 'node:crypto';

/** `target` is path and query, byte for byte as they are sent. */
export interface SigningInput {
  readonly method: string;
  readonly target: string;
  /** Epoch milliseconds, the same number as in the timestamp header. */
  readonly timestamp: number;
  readonly accessKey: string;
  readonly secretKey: string;
}

/**
 * API Gateway signature v2: HMAC-SHA256 keyed with the secret's UTF-8 bytes, in standard Base64 with padding.
 * The body and the other headers are not signed (https://api.ncloud-docs.com/docs/en/common-ncpapi).
 */
export function sign(input: SigningInput): string {
  const text = `${input.method} ${input.target}\n${input.timestamp}\n${input.accessKey}`;
  return createHmac('sha256', input.secretKey).update(text).digest('base64');
}
