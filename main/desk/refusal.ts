import type { RequestError } from '../contract.ts';

/** A request of the window that is refused with a reason for the person; the gate hands `error` over as it is. */
export class Refusal extends Error {
  readonly error: RequestError;

  constructor(error: RequestError) {
    super(error.message);
    this.error = error;
  }
}

export function refuse(code: RequestError['code'], field: string | null, message: string): Refusal {
  return new Refusal({ code, field, message });
}
