import { describe, expect, expectTypeOf, test } from 'vitest';
import { fieldFaults, refusalCodes, type Language } from '../../../main/contract.ts';
import { problemKinds } from '../../../main/model/problem.ts';
import { allWords as words, messagesOf, textOf, type Part } from '../../support/messages.ts';

/** Names and identifiers that are written in Latin letters in every language. */
const latinWords = new Set(
  (
    'Import Watch Media Intelligence NAVER Cloud Object Storage API URL HTTP HTTPS ID IAM OS ' +
    'Access Key Secret Sub Account My IP Gateway ms NCP_VPC_MEDIA_INTELLIGENCE_VIEWER NCP_VPC_MEDIA_INTELLIGENCE_MANAGER NCLOUD_ACCESS_KEY NCLOUD_SECRET_KEY ncloud configure ' +
    'mp4 mkv mov webm png jpg heic p MIT GitHub Electron node notifier notify send Linux macOS Windows ' +
    'import status workspace project asset s3 bucket IN_PROGRESS COMPLETED FAILED FILE_NOT_EXIST INVALID_METADATA ' +
    'Ctrl Cmd Space Wayland Shift Enter Esc Tab CSV TSV Markdown curl JSON GNOME KDE Keychain DPAPI libsecret Flatpak Snap AppImage deb js D Bus libnotify bin Slack Microsoft Teams Workflows Standard Webhook Webhooks LINE WORKS B KB MB GB TB'
  )
    .split(' ')
    .map((word) => word.toLowerCase()),
);

const english = messagesOf(words.en);

const languages = Object.keys(words) as Language[];
const translations = languages.filter((language) => language !== 'en');

describe.each(languages)('the messages of %s', (language) => {
  const messages = new Map(messagesOf(words[language]));

  test('are the same as in English, with the same parts', () => {
    expect([...messages.keys()].sort()).toEqual(english.map(([path]) => path).sort());
    for (const [path, leaf] of english) {
      const translated = messages.get(path)!;
      expect(typeof translated, path).toBe(typeof leaf);
      if (typeof leaf === 'function') expect(translated.length, path).toBe(leaf.length);
    }
  });

  test('are not empty, have no blanks at the ends, and use every part', () => {
    for (const [path, leaf] of messages) {
      const text = textOf(leaf);
      expect(text.trim(), path).not.toBe('');
      if (!/separator/i.test(path)) expect(text, path).toBe(text.trim());
      if (typeof leaf === 'function')
        for (let index = 0; index < leaf.length; index += 1) expect(text, path).toContain(String(7 + index));
    }
  });

  test('write numbers as their reader does', () => {
    for (const [path, leaf] of messages) expect(textOf(leaf, 12_345), path).not.toMatch(/1234\d/);
  });
});

type PartsOf<Tree> = Tree extends (...parts: infer Parts) => string
  ? Parts[number]
  : Tree extends object
    ? { [Key in keyof Tree]: PartsOf<Tree[Key]> }[keyof Tree]
    : never;

test('a message is given texts and counts, never a bare number', () => {
  expectTypeOf<PartsOf<typeof words.en>>().toEqualTypeOf<Part>();
});

test.each(translations)('no English is left in %s', (language) => {
  const left = messagesOf(words[language]).flatMap(([path, leaf]) => {
    const latin = textOf(leaf).match(/[A-Za-z][A-Za-z0-9_]*/g) ?? [];
    const foreign = latin.filter((word) => !latinWords.has(word.toLowerCase()));
    return foreign.length > 0 ? [`${path}: ${foreign.join(' ')}`] : [];
  });
  expect(left).toEqual([]);
});

test('the languages differ', () => {
  const translated = translations.map((language) => new Map(messagesOf(words[language])));
  const same = english
    .filter(([, leaf]) => /[a-z]{3}/i.test(textOf(leaf).replace(/HTTP|Import Watch/g, '')))
    .filter(([path, leaf]) => translated.some((other) => textOf(other.get(path)!) === textOf(leaf)))
    .map(([path]) => path);
  expect(same).toEqual([]);
});

test('every problem has a title and an advice', () => {
  expect(Object.keys(words.en.problems).sort()).toEqual([...problemKinds].sort());
});

test.each(languages)('whoever removes a login as it is said in %s has an address left', (language) => {
  expect(words[language].refusals.faults['has-a-login']).toMatch(/\/\/.*@/);
});

test('every refusal says why and what to do', () => {
  const { codes, faults } = words.en.refusals;
  expect(Object.keys(codes).sort()).toEqual([...refusalCodes].sort());
  const withParts = ['not-an-address', 'too-long'];
  const ofPlaces = ['not-readable', 'is-a-folder', 'is-no-file', 'unexpanded', 'no-keys-inside'];
  expect([...Object.keys(faults), ...withParts].sort()).toEqual([...fieldFaults, ...ofPlaces].sort());
});
