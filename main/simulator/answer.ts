import { gatewayFaults, serviceFaults, storageFaults } from './faults.ts';

/** An HTTP answer before it is sent. */
export interface SimulatedAnswer {
  readonly status: number;
  /** XML where it is a text, as Object Storage answers; all else is sent as JSON. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const success = (result: unknown): SimulatedAnswer => ({
  status: 200,
  body: { code: '0', message: 'success', result },
});

export function gatewayError(name: keyof typeof gatewayFaults): SimulatedAnswer {
  const { status, ...error } = gatewayFaults[name];
  return { status, body: { error } };
}

export function serviceError(name: keyof typeof serviceFaults): SimulatedAnswer {
  const { status, ...error } = serviceFaults[name];
  return { status, body: error };
}

export function storageError(name: keyof typeof storageFaults): SimulatedAnswer {
  const { status, code, message } = storageFaults[name];
  const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, body };
}
