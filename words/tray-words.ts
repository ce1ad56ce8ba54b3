import type { Language } from '../main/contract.ts';
import { tray as en } from './tray/en.ts';
import { tray as ja } from './tray/ja.ts';
import { tray as ko } from './tray/ko.ts';

/** Apart from the other messages, so that the window does not carry them. */
export const trayWords: Readonly<Record<Language, typeof en>> = { en, ko, ja };
