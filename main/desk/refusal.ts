import type { FieldFault, RefusalCode, RequestError } from '../contract.ts';

/** A request of the window that is refused with a reason for the person; the gate hands `error` over as it is. */
export class Refusal extends Error {
  readonly error: RequestError;

  constructor(error: RequestError) {
    super(error.code);
    this.error = error;
  }
}

export function refuse(code: RefusalCode): Refusal {
  return new Refusal({ code });
}

export function refuseField(field: string, fault: FieldFault): Refusal {
  return new Refusal({ code: 'bad-field', field, fault });
}
