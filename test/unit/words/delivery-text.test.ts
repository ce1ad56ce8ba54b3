import { expect, it } from 'vitest';
import type { DeliveryCard } from '../../../main/contract.ts';
import { deliveryText } from '../../../words/delivery-text.ts';
import { words } from '../../../words/words.ts';
import { noon } from '../../support/samples/moments.ts';

const { faults, nextTry } = words.en.hooks;
const failed = (nextAt: number): DeliveryCard => ({
  ...{ id: 'd1', event: 'completed', to: 'tell.sh', at: noon, tries: 1 },
  fate: { kind: 'waiting', nextAt },
  last: { fault: 'busy', figure: null, detail: null, at: noon },
});

it('tells when it is tried again as long as that is to come', () => {
  const happened = faults.busy('tell.sh', '');
  expect(deliveryText(failed(noon + 60_000), noon, 'en')).toBe(nextTry(happened, '12:01'));
  expect(deliveryText(failed(noon), noon, 'en')).toBe(happened);
});

it.each([
  ['en', 'redirects to another address (301, moved), which Import Watch doesn’t follow.'],
  ['ko', '다른 주소로 이동하라는 응답이 왔지만(301, moved) 따르지 않았습니다.'],
  ['ja', '別のアドレスへの転送には従いません（301、moved）。'],
] as const)('puts a detail into the brackets of the language (%s)', (language, said) => {
  const last = { fault: 'redirected', figure: 301, detail: 'moved', at: noon } as const;
  const card: DeliveryCard = { ...failed(noon), last };
  expect(deliveryText(card, noon, language)).toBe(`tell.sh: ${said}`);
});

it.each([
  ['en', /from the settings/],
  ['ko', /설정에서/],
  ['ja', /設定から/],
] as const)('says in %s that the setting is removed, and not the program', (language, settings) => {
  const removed: DeliveryCard = { ...failed(noon), fate: { kind: 'given-up' }, last: null };
  expect(deliveryText(removed, noon, language)).toMatch(settings);
  expect(words[language].hooks.removeOf('/home/me/deploy.sh')).toMatch(settings);
});
