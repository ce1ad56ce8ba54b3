import { longestKey } from '../model/account.ts';

/** Limits of what the window may send. */
export const limits = {
  /** Characters of a paste or of an opened file; an export of ten thousand watches must still be read. */
  pasteLength: 8_000_000,
  /** Bytes of an opened file: a character takes at most four. */
  fileBytes: 32_000_000,
  /** Assets added at once. */
  addAtOnce: 10_000,
  /** Imports in the list: what has ended stays for a while, and failures until they are handled. */
  watches: 20_000,
  /** From so many on the person is told that the list fills up. */
  watchesTold: 18_000,
  /** Files that were to be registered of which it is kept what became of them, besides those that are told of with others under way. */
  outcomes: 1_000,
  labelLength: 200,
  fileNameLength: 1_024,
  keyLength: longestKey,
  urlLength: 500,
  /** A bucket's name has at most 63; what else is typed is told to be none. */
  bucketLength: 200,
  /** Characters; those of Teams have a signature in them. */
  webhookLength: 2_000,
  /** So many programs may run at once. */
  hooks: 20,
  faultLength: 4_000,
} as const;

/** The most characters of a text that a person gives, by its field: the gate refuses by it, and the sentence says it. */
export const longestTexts = {
  accessKey: limits.keyLength,
  secretKey: limits.keyLength,
  apiUrl: limits.urlLength,
  address: limits.webhookLength,
  signingSecret: limits.keyLength,
  name: limits.labelLength,
  label: limits.labelLength,
  text: limits.pasteLength,
  bucket: limits.bucketLength,
} as const;
