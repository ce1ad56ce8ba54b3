import { expect, it } from 'vitest';
import { gridPressOf } from '../../../../renderer/views/watches/grid-keys.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
  code = '',
) => gridPressOf({ key, code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

it.each([
  ['ArrowDown', {}, { kind: 'step', by: 1, reach: 'only' }],
  ['ArrowUp', { shiftKey: true }, { kind: 'step', by: -1, reach: 'range' }],
  ['PageDown', { ctrlKey: true }, { kind: 'step', by: 'page', reach: 'move' }],
  ['Home', {}, { kind: 'step', by: -Infinity, reach: 'only' }],
  [' ', { ctrlKey: true }, { kind: 'toggle' }],
  ['a', { metaKey: true }, { kind: 'all' }],
  ['c', { ctrlKey: true }, { kind: 'copy' }],
  ['Enter', {}, { kind: 'open' }],
  ['F2', {}, { kind: 'rename' }],
  ['Delete', {}, { kind: 'stop' }],
  ['Backspace', { metaKey: true }, { kind: 'stop' }],
])('%s with %j', (key, held, meaning) => {
  expect(press(key, held)).toEqual(meaning);
});

it.each([
  ['H', 'KeyH', {}, { kind: 'handle' }],
  ['ㅗ', 'KeyH', {}, { kind: 'handle' }],
  ['A', 'KeyA', { ctrlKey: true }, { kind: 'all' }],
  ['ㅊ', 'KeyC', { metaKey: true }, { kind: 'copy' }],
  ['H', 'KeyH', { shiftKey: true }, null],
  ['C', 'KeyC', { ctrlKey: true, shiftKey: true }, null],
  // A keyboard of another layout, whose own sign it is.
  [';', 'KeyH', {}, null],
])('%s of %s with %j', (key, code, held, meaning) => {
  expect(press(key, held, code)).toEqual(meaning);
});

it.each([
  ['a', {}],
  ['ArrowDown', { altKey: true }],
  ['z', { ctrlKey: true }],
  ['Backspace', {}],
  ['Backspace', { ctrlKey: true }],
])('leaves %s with %j to others', (key, held) => {
  expect(press(key, held)).toBeNull();
});
