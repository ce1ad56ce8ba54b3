import { gatewayFaults, serviceFaults } from './faults.ts';

/** An HTTP answer before it is sent. */
export interface SimulatedAnswer {
  readonly status: number;
  readonly body: unknown;
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
