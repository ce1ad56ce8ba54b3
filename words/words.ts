import type { Language } from '../main/contract.ts';
import { en, type Words } from './en.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';

export type { Words };

/** In the window those that are loaded stand in their place (loaded-words.ts). */
export const words: Readonly<Record<Language, Words>> = { en, ko, ja };
