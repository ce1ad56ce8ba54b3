import type { Language } from '../main/contract.ts';
import { shared as en, type SharedWords } from './shared/en.ts';
import { shared as ja } from './shared/ja.ts';
import { shared as ko } from './shared/ko.ts';

export type { SharedWords };

/** In the window those that are loaded stand in their place (loaded-words.ts). */
export const sharedWords: Readonly<Record<Language, SharedWords>> = { en, ko, ja };
