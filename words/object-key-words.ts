import type { Language } from '../main/contract.ts';
import { registerFiles as en } from './register-files/en.ts';
import { registerFiles as ja } from './register-files/ja.ts';
import { registerFiles as ko } from './register-files/ko.ts';

/** What a terminal says of object keys, as the window does; main carries none of it. */
export const objectKeyWords: Readonly<Record<Language, Pick<typeof en, 'objectFaults' | 'unknownKind'>>> = {
  en,
  ko,
  ja,
};
