import type { Language } from '../../main/contract.ts';
import { commandLineWords } from '../../words/command-line-words.ts';
import { words } from '../../words/words.ts';

export type Message = string | ((...parts: (string | number)[]) => string);

/** All that is ever said; the command line's messages are kept out of the window's bundle. */
export const allWords = {
  en: { ...words.en, commandLine: commandLineWords.en },
  ko: { ...words.ko, commandLine: commandLineWords.ko },
  ja: { ...words.ja, commandLine: commandLineWords.ja },
} satisfies Record<Language, object>;

/** Every message below a part of the catalogue by its path: `problems.offline.title`. */
export function messagesOf(tree: object, path = ''): [string, Message][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'object' && value !== null) return messagesOf(value, here);
    return [[here, value as Message] as [string, Message]];
  });
}

/** The text with stand-ins for its parts, counted up from `first`; numbers and texts both work as digits. */
export function textOf(message: Message, first = 7): string {
  return typeof message === 'string'
    ? message
    : message(...Array.from({ length: message.length }, (_, index) => first + index));
}
