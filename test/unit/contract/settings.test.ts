import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultSettings, isChoice, settingDefinitions, settingNames } from '../../../main/contract.ts';
import { choiceText } from '../../../words/choice-text.ts';
import { words } from '../../../words/words.ts';

const guide = readFileSync(`${import.meta.dirname}/../../../docs/guide.md`, 'utf8');
const rows = guide
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| /, '')));

const shown = (name: (typeof settingNames)[number], choice: string | number | boolean | null) =>
  choice === null
    ? words.en.settings.shortcut.none.toLowerCase()
    : typeof choice === 'boolean'
      ? choice
        ? 'on'
        : 'off'
      : choiceText(name, choice, 'en');

describe.each(settingNames)('the setting %s', (name) => {
  const { choices, default: standard, shown: shape } = settingDefinitions[name];
  const rest = { time: ['any half hour'], days: ['any days'], keys: [] };

  test('begins with its default, which is one of its choices', () => {
    expect(defaultSettings[name]).toBe(standard);
    expect(isChoice(name, standard)).toBe(true);
  });

  test('has a row in the guide with its label and its choices, the default first', () => {
    const others = choices.filter((choice) => choice !== standard).map((choice) => shown(name, choice));
    const row = rows.find(([label]) => label === words.en.settings.labels[name]);
    const first = shape === 'days' ? 'every day' : shown(name, standard);
    expect(row?.[1]).toBe([first, ...(shape === 'choice' ? others : rest[shape])].join(', '));
  });
});

test.each([
  ['floorMs', '5000'],
  ['floorMs', 7],
  ['sound', 1],
  ['theme', 'constructor'],
  ['language', null],
  ['zoom', 3],
  ['openShortcut', 'Control+C'],
  ['openShortcut', 'Shift+Control+I'],
  ['openShortcut', 'Control+Shift+Plus'],
  ['openShortcut', 'Control+Shift+I '],
] as const)('no other value is a choice: %s %j', (name, value) => {
  expect(isChoice(name, value)).toBe(false);
});

test.each(['Control+Shift+I', 'Alt+Super+7', 'Control+Alt+Shift+Super+F24', 'Control+Alt+Space'])(
  'keys that open the window: %s',
  (keys) => {
    expect(isChoice('openShortcut', keys)).toBe(true);
  },
);
