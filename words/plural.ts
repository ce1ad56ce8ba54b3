/** How many of something: the number, which chooses the plural, and the same as the person's language writes it. */
export interface Count {
  readonly number: number;
  readonly text: string;
}

interface PluralForms {
  readonly one: string;
  readonly other: string;
}

/** The form of a sentence that a count takes in English (CLDR); Korean and Japanese have one form for every count. */
export function plural({ number }: Count, forms: PluralForms): string {
  return number === 1 ? forms.one : forms.other;
}
