import type { Language } from '../main/contract.ts';

/** How many of something: the number, which chooses the plural, and the same as the person's language writes it. */
export interface Count {
  readonly number: number;
  readonly text: string;
}

interface PluralForms {
  readonly one: string;
  readonly other: string;
}

const rules: Readonly<Record<Language, Intl.PluralRules>> = {
  en: new Intl.PluralRules('en'),
  ko: new Intl.PluralRules('ko'),
  ja: new Intl.PluralRules('ja'),
};

/** The form of a sentence that a count takes in English; Korean and Japanese have one form for every count. */
export function plural(language: Language, { number }: Count, forms: PluralForms): string {
  return rules[language].select(number) === 'one' ? forms.one : forms.other;
}
