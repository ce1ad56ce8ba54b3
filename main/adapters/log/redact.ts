/** Header names of the service's signature; their values must not reach a log. */
const headers =
  /(x-ncp-(?:iam-access-key|apigw-signature-v\d|apigw-api-key)|(?:proxy-)?authorization|cookie)\\?["']?\s*[:=]\s*\\?["']?(?:(?:bearer|basic|digest|negotiate|ntlm)\s+)?[^\s"',}]+/gi;

/** A token beside its scheme, wherever it stands. */
const tokens = /\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi;

/** Of Signature Version 4, in a header or in a query: whoever has it can make that one request for a while. */
const signatures = /\b((?:x-amz-)?signature)\s*=\s*[0-9a-f]{64}\b/gi;

const mark = '[removed]';

export interface SecretRegister {
  /** From now on `redact` removes this text in all its encodings. Texts under four characters are ignored. */
  readonly guard: (secret: string) => void;
  readonly redact: (text: string) => string;
}

/** Knows the secrets of this run, so that they can be removed from whatever is written. The register itself is never written. */
export function createSecretRegister(): SecretRegister {
  const secrets = new Set<string>();
  return {
    guard(secret) {
      if (secret.length < 4) return;
      for (const form of formsOf(secret)) secrets.add(form);
    },
    redact(text) {
      // The longest first, because one secret may be the beginning of another.
      const guarded = [...secrets].toSorted((left, right) => right.length - left.length);
      const without = guarded.reduce((rest, secret) => rest.replaceAll(secret, mark), text);
      return without
        .replace(headers, `$1: ${mark}`)
        .replace(tokens, `$1 ${mark}`)
        .replace(signatures, `$1=${mark}`);
    },
  };
}

function formsOf(secret: string): string[] {
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString('base64'),
    Buffer.from(secret).toString('hex'),
  ];
}
