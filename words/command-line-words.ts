import type { Language } from '../main/contract.ts';
import { commandLine as en } from './command-line/en.ts';
import { commandLine as ja } from './command-line/ja.ts';
import { commandLine as ko } from './command-line/ko.ts';

export type CommandLineWords = typeof en;

/** Apart from the other messages, so that the window does not carry them. */
export const commandLineWords: Readonly<Record<Language, CommandLineWords>> = { en, ko, ja };
