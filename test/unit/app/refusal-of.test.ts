import { expect, it } from 'vitest';
import { CannotSave } from '../../../main/adapters/stores/cannot-save.ts';
import { refusalOf } from '../../../main/app/refusal-of.ts';
import { refuseField } from '../../../main/desk/refusal.ts';

it('tells what was refused on purpose, and what the disk did not take, from faults of our own', () => {
  const error = { code: 'bad-field', field: 'secretKey', fault: 'empty' };
  expect(refusalOf(refuseField('secretKey', 'empty'))).toEqual(error);
  expect(refusalOf(new CannotSave('disk-full', 'ENOSPC'))).toEqual({ code: 'cannot-save' });
  expect(refusalOf(new Error('a fault'))).toBeNull();
});
