import type { FieldFault, RefusalCode, RequestError } from '../contract.ts';
import type { Runner } from '../runner/runner.ts';

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

/** As a window uses it: whoever asked for what was not done, by a fault of our own, is told so, and not that it was. */
export function refusingWhatFails(runner: Runner): Runner {
  return {
    ...runner,
    dispatch(event) {
      if (!runner.dispatch(event)) throw refuse('failed');
      return true;
    },
  };
}
