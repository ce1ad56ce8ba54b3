import {
  defaultApiUrl,
  limits,
  type FieldFault,
  type KeyPlaceFault,
  type Language,
  type UnusableKeys,
} from '../main/contract.ts';
import { formatNumber } from './format.ts';
import { sharedWords } from './shared-words.ts';

/** What is wrong with something that was given or found, and what is expected. */
export function faultSentence(fault: FieldFault | KeyPlaceFault, language: Language): string {
  const { faults, notAnAddress, tooLong } = sharedWords[language].refusals;
  if (fault === 'not-an-address') return notAnAddress(defaultApiUrl);
  // Only keys are measured here.
  return fault === 'too-long' ? tooLong(formatNumber(limits.keyLength, language)) : faults[fault];
}

/** Names the variable or file that cannot be used, and what is wrong there; never with a part of a key. */
export function unusableKeysText({ place, field, fault }: UnusableKeys, language: Language): string {
  const { fields, inField, partOf } = sharedWords[language].refusals;
  return inField(field === null ? place : partOf(place, fields[field]), faultSentence(fault, language));
}
