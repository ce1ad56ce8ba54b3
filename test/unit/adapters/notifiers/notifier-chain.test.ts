import { expect, test } from 'vitest';
import { createNotifierChain } from '../../../../main/adapters/notifiers/notifier-chain.ts';
import {
  notShown,
  type Notifier,
  type NotifierOutcome,
} from '../../../../main/adapters/notifiers/notifier.ts';
import type { Settings } from '../../../../main/contract.ts';
import type { NotifierName } from '../../../../main/model/notice.ts';

const banner = { title: 't', body: 'b', urgent: false, sound: false, receipt: null, labels: null };

function chain(
  platform: NodeJS.Platform,
  choice: Settings['notifier'],
  working: readonly NotifierName[],
  otherwise: (by: NotifierName) => NotifierOutcome = (by) => notShown(by, 'no-answer'),
) {
  const asked: NotifierName[] = [];
  const notifier = (by: NotifierName): Notifier => ({
    show() {
      asked.push(by);
      return Promise.resolve(working.includes(by) ? { kind: 'shown', by } : otherwise(by));
    },
    close: () => undefined,
  });
  const notifiers = { 'node-notifier': notifier('node-notifier'), electron: notifier('electron') };
  return { asked, chain: createNotifierChain({ platform, notifiers, choice: () => choice }) };
}

test.for([
  ['linux', 'automatic', ['node-notifier', 'electron']],
  ['freebsd', 'automatic', ['node-notifier', 'electron']],
  ['darwin', 'automatic', ['electron', 'node-notifier']],
  ['win32', 'automatic', ['electron', 'node-notifier']],
  ['linux', 'electron', ['electron']],
  ['win32', 'node-notifier', ['node-notifier']],
] as const)('on %s with %s: %j', async ([platform, choice, order]) => {
  const { asked, chain: notifier } = chain(platform, choice, []);
  const reasons = order.map((by) => ({ by, reason: 'no-answer' }));
  expect(await notifier.show(banner, () => {})).toEqual({ kind: 'not-shown', reasons });
  expect(asked).toEqual(order);
});

test('the second is not asked where the first has shown it', async () => {
  const { asked, chain: notifier } = chain('linux', 'automatic', ['node-notifier', 'electron']);
  expect(await notifier.show(banner, () => {})).toEqual({ kind: 'shown', by: 'node-notifier' });
  expect(asked).toEqual(['node-notifier']);
});

test('the second is not asked where nobody knows what the first has done', async () => {
  const { asked, chain: notifier } = chain('linux', 'automatic', ['electron'], (by) => ({
    kind: 'unsure',
    by,
  }));
  const reasons = [{ by: 'node-notifier', reason: 'no-answer' }];
  expect(await notifier.show(banner, () => {})).toEqual({ kind: 'not-shown', reasons });
  expect(asked).toEqual(['node-notifier']);
});
