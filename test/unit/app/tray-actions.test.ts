import { expect, test, vi } from 'vitest';
import { createTrayActions, type TrayActionPorts } from '../../../main/app/tray-actions.ts';
import type { Health } from '../../../main/model/view.ts';

test.each([
  [{ kind: 'key-missing', account: 'a2' }, { account: 'a2' }],
  [{ kind: 'no-account' }, {}],
] satisfies [Health, object][])('the account is opened that needs the person: %j', (health, named) => {
  const open = vi.fn();
  const desk = { runner: {}, projection: { picture: () => ({ health }) } };
  createTrayActions({ desk, open } as unknown as TrayActionPorts)({ kind: 'open-account' });
  expect(open).toHaveBeenCalledWith({ view: 'account', watch: null, group: null, ...named });
});
