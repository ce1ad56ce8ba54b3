import type { Language } from '../../main/contract.ts';
import { commandLineWords } from '../../words/command-line-words.ts';
import { dialogWords } from '../../words/dialog-words.ts';
import { formatNumber } from '../../words/format.ts';
import { noWords } from '../../words/no-words.ts';
import type { Count } from '../../words/plural.ts';
import { trayWords } from '../../words/tray-words.ts';
import { words } from '../../words/words.ts';

/** What a message is given: a count where it has a plural, else text. A bare number would reach the person ungrouped. */
export type Part = string | Count;

export type Message = string | ((...parts: Part[]) => string);

/** All that is ever said; the command line's messages are kept out of the window's bundle. */
export const allWords = {
  en: {
    ...words.en,
    commandLine: commandLineWords.en,
    dialogs: dialogWords.en,
    noWords: noWords.en,
    tray: trayWords.en,
  },
  ko: {
    ...words.ko,
    commandLine: commandLineWords.ko,
    dialogs: dialogWords.ko,
    noWords: noWords.ko,
    tray: trayWords.ko,
  },
  ja: {
    ...words.ja,
    commandLine: commandLineWords.ja,
    dialogs: dialogWords.ja,
    noWords: noWords.ja,
    tray: trayWords.ja,
  },
} satisfies Record<Language, object>;

/** Every message below a part of the catalogue by its path: `problems.offline.title`. */
export function messagesOf(tree: object, path = ''): [string, Message][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'object' && value !== null) return messagesOf(value, here);
    return [[here, value as Message] as [string, Message]];
  });
}

/** The text with the numbers from `first` on for its parts, as they are written; each stands for a count and for a text. */
export function textOf(message: Message, first = 7): string {
  if (typeof message === 'string') return message;
  // A message may give back what it was given.
  return String(message(...Array.from({ length: message.length }, (_, index) => standIn(first + index))));
}

function standIn(number: number): Part {
  const text = formatNumber(number, 'en');
  return Object.assign({ number, text }, { toString: () => text });
}
