import * as v from 'valibot';
import { cleanText } from './remote-text.ts';

export interface ErrorBody {
  readonly layer: 'gateway' | 'service';
  /** Numbers are turned into text: the gateway was seen to send both. */
  readonly code: string;
  readonly message: string;
}

const code = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
const message = v.optional(v.nullable(v.string()), '');

const gatewayError = v.object({
  error: v.object({ errorCode: code, message, details: v.optional(v.nullable(v.string()), '') }),
});
const serviceError = v.object({ code, message });
const nestedServiceError = v.object({ responseError: serviceError });
const infrastructureError = v.object({
  responseError: v.object({ returnCode: code, returnMessage: message }),
});

/** The error object of whichever layer spoke, in any of the shapes seen so far; null where there is none. */
export function readErrorBody(body: unknown): ErrorBody | null {
  const gateway = v.safeParse(gatewayError, body);
  if (gateway.success) {
    const { errorCode, message: text, details } = gateway.output.error;
    return {
      layer: 'gateway',
      code: errorCode,
      message: cleanText([text, details].filter(Boolean).join(': ')),
    };
  }
  const nested = v.safeParse(nestedServiceError, body);
  if (nested.success) return ofService(nested.output.responseError.code, nested.output.responseError.message);
  const infrastructure = v.safeParse(infrastructureError, body);
  if (infrastructure.success) {
    const { returnCode, returnMessage } = infrastructure.output.responseError;
    return ofService(returnCode, returnMessage);
  }
  const flat = v.safeParse(serviceError, body);
  return flat.success ? ofService(flat.output.code, flat.output.message) : null;
}

function ofService(text: string, explanation: string | null): ErrorBody {
  return { layer: 'service', code: text, message: cleanText(explanation ?? '') };
}
