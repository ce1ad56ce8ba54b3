import { expect, it, vi } from 'vitest';
import { couldNotStart } from '../../../main/app/could-not-start.ts';

it('says why, and ends the process that has no window', () => {
  const [exit, showErrorBox] = [vi.fn(), vi.fn()];
  couldNotStart({ name: 'Import Watch', exit }, { showErrorBox }, new Error('a row like no other'));
  expect(showErrorBox).toHaveBeenCalledExactlyOnceWith('Import Watch', 'Error: a row like no other');
  expect(exit).toHaveBeenCalledExactlyOnceWith(1);
});

it('ends also where not even that can be said', () => {
  const exit = vi.fn();
  const showErrorBox = () => {
    throw new Error('no display');
  };
  expect(() => couldNotStart({ name: 'Import Watch', exit }, { showErrorBox }, 'why')).toThrow('no display');
  expect(exit).toHaveBeenCalledExactlyOnceWith(1);
});
