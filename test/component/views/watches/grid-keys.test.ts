import { expect, it } from 'vitest';
import { gridPressOf } from '../../../../renderer/views/watches/grid-keys.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
) => gridPressOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

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
])('%s with %j', (key, held, meaning) => {
  expect(press(key, held)).toEqual(meaning);
});

it.each([
  ['a', {}],
  ['ArrowDown', { altKey: true }],
  ['z', { ctrlKey: true }],
])('leaves %s with %j to others', (key, held) => {
  expect(press(key, held)).toBeNull();
});
