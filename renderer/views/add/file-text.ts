import { limits, type Language } from '../../../main/contract.ts';

export type FileFault = 'too-large' | 'not-text' | 'unreadable';
export type FileText =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'fault'; readonly fault: FileFault };

/** What spreadsheets of each country write where they do not write Unicode. */
const olderEncodings: Readonly<Record<Language, string>> = {
  en: 'windows-1252',
  ko: 'euc-kr',
  ja: 'shift_jis',
};

/** The most bytes that a character takes in any of the encodings. */
const widest = 4;

/** Reads a list that a person opened. `language` decides how a file is read that is not Unicode. */
export async function fileText(
  file: Pick<File, 'size' | 'arrayBuffer'>,
  language: Language,
): Promise<FileText> {
  if (file.size > limits.pasteLength * widest) return { kind: 'fault', fault: 'too-large' };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    // Gone, or not ours to read, since it was chosen; the browser gives no better reason.
    return { kind: 'fault', fault: 'unreadable' };
  }
  const text = decoded(bytes, language);
  if (text.includes('\0')) return { kind: 'fault', fault: 'not-text' };
  if (text.length > limits.pasteLength) return { kind: 'fault', fault: 'too-large' };
  return { kind: 'text', text };
}

function decoded(bytes: Uint8Array, language: Language): string {
  // Excel's "Unicode text" begins so.
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(olderEncodings[language]).decode(bytes);
  }
}
