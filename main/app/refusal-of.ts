import { CannotSave } from '../adapters/stores/cannot-save.ts';
import type { RequestError } from '../contract.ts';
import { Refusal } from '../desk/refusal.ts';

/** The refusal that a thrown error stands for; null where the error is a fault of our own. */
export function refusalOf(error: unknown): RequestError | null {
  if (error instanceof Refusal) return error.error;
  return error instanceof CannotSave ? { code: 'cannot-save' } : null;
}
