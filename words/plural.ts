import type { Language } from '../main/contract.ts';

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
export function plural(language: Language, count: number, forms: PluralForms): string {
  return rules[language].select(count) === 'one' ? forms.one : forms.other;
}
