import type { Language } from '../main/contract.ts';
import { help as en } from './help/en.ts';
import { help as ja } from './help/ja.ts';
import { help as ko } from './help/ko.ts';

/** Apart from the other messages, so that main does not carry them: only the window says them. */
export const helpWords: Readonly<Record<Language, typeof en>> = { en, ko, ja };
