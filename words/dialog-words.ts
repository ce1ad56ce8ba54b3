import type { Language } from '../main/contract.ts';
import { dialogs as en } from './dialogs/en.ts';
import { dialogs as ja } from './dialogs/ja.ts';
import { dialogs as ko } from './dialogs/ko.ts';

/** Apart from the other messages, so that the window does not carry them. */
export const dialogWords: Readonly<Record<Language, typeof en>> = { en, ko, ja };
