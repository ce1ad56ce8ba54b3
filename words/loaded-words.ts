import type { Language } from '../main/contract.ts';
import type { Words } from './en.ts';

const loaders: Readonly<Record<Language, () => Promise<Words>>> = {
  en: async () => (await import('./en.ts')).en,
  ko: async () => (await import('./ko.ts')).ko,
  ja: async () => (await import('./ja.ts')).ja,
};

const loaded = new Map<Language, Words>();

/** Has the window say things in a language. Rejects where its words cannot be loaded, as from an app that was replaced while it ran. */
export async function loadWords(language: Language): Promise<void> {
  loaded.set(language, await loaders[language]());
}

function wordsOf(language: Language): Words {
  const words = loaded.get(language);
  if (words === undefined) throw new Error(`The words of ${language} are not loaded.`);
  return words;
}

/**
 * In the window these stand for those of words.ts and shared-words.ts (tools/build/window.ts), which hold every language: the window speaks
 * one, and would read the others at each start for nothing.
 */
export const words: Readonly<Record<Language, Words>> = {
  get en() {
    return wordsOf('en');
  },
  get ko() {
    return wordsOf('ko');
  },
  get ja() {
    return wordsOf('ja');
  },
};

export const sharedWords = words;
