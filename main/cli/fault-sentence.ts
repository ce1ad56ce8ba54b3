import { defaultApiUrl, limits, type FieldFault, type Language } from '../contract.ts';
import { formatNumber } from '../../words/format.ts';
import { words } from '../../words/words.ts';

/** What is wrong with something that was given, and what is expected; the window says the same beside its fields. */
export function faultSentence(fault: FieldFault, language: Language): string {
  const { faults, notAnAddress, tooLong } = words[language].refusals;
  if (fault === 'not-an-address') return notAnAddress(defaultApiUrl);
  // Only keys are measured here.
  return fault === 'too-long' ? tooLong(formatNumber(limits.keyLength, language)) : faults[fault];
}
