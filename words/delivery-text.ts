import type { DeliveryCard, Language } from '../main/contract.ts';
import { formatMoment } from './format.ts';
import { words } from './words.ts';

/** What became of a delivery, in a sentence. `now`: epoch ms. */
export function deliveryText({ to, fate, last }: DeliveryCard, now: number, language: Language): string {
  const { done, faults, givenUp, nextTry, onItsWay, removedMeanwhile } = words[language].hooks;
  if (fate.kind === 'done') return done(to);
  const fault = last?.fault ?? null;
  if (fault === null) return fate.kind === 'waiting' ? onItsWay(to) : removedMeanwhile(to);
  const happened = faults[fault](to, detailOf(last, language));
  if (fate.kind === 'given-up') return givenUp(happened);
  const { nextAt } = fate;
  return nextAt === null || nextAt <= now ? happened : nextTry(happened, formatMoment(nextAt, now, language));
}

/** ` (503)`, ` (ECONNREFUSED)`, ` (1, no such file)`, in the brackets of the language. */
function detailOf(last: DeliveryCard['last'], language: Language): string {
  const parts = [last?.figure ?? null, last?.detail ?? null].filter((part) => part !== null);
  const { separator } = words[language].notices;
  return parts.length === 0 ? '' : inBrackets[language](parts.join(separator));
}

const inBrackets: Readonly<Record<Language, (detail: string) => string>> = {
  en: (detail) => ` (${detail})`,
  ko: (detail) => `(${detail})`,
  ja: (detail) => `（${detail}）`,
};
