import { expect, it } from 'vitest';
import { freeName } from '../../../../renderer/views/account/free-name.ts';

it.each([
  [[], 'My account'],
  [['Other'], 'My account'],
  [['my ACCOUNT'], 'My account 2'],
  [['My account', 'My account 2'], 'My account 3'],
])('beside %j it is %s', (names, free) => {
  const accounts = names.map((name) => ({ name }));
  expect(freeName('My account', accounts)).toBe(free);
});
