import { describe, expect, test } from 'vitest';
import { understand } from '../../../main/paste/understand.ts';

const place77 = { workspace: 'my-workspace', projectId: 77 };
const place = { workspace: 'my-workspace', projectId: 1234, watched: new Set<string>() };
const read = (text: string) => understand({ text, uses: [], ...place });

test('an answer of the API gives each asset with its file name, and what is around it gives the place', () => {
  const text = JSON.stringify({
    result: {
      workspaceName: 'other-space',
      content: [
        { assetId: 5678, projectId: 77, fileName: 'a.mp4', size: 99 },
        { assetId: '5679', projectId: 78, metaData: { durationMs: 1 } },
      ],
    },
  });
  expect(read(text).found).toMatchObject([
    {
      reference: { workspace: 'other-space', projectId: 77, assetId: 5678 },
      label: null,
      fileName: 'a.mp4',
      watched: false,
    },
    {
      reference: { workspace: 'other-space', projectId: 78, assetId: 5679 },
      label: null,
      fileName: null,
      watched: false,
    },
  ]);
});

test('what is wrong in it is told with its line', () => {
  const text = JSON.stringify([{ assetId: 5678 }, { assetId: '56a9' }, { assetId: -1 }], null, 1);
  expect(read(text).notUnderstood).toMatchObject([
    { text: '56a9', line: 6, reason: 'not-an-id' },
    { text: '-1', line: 9, reason: 'id-not-positive' },
  ]);
});

test('an id that a number cannot hold becomes no other asset', () => {
  const { found, notUnderstood } = read('{"assetId": 9007199254740993}');
  expect([found.length, notUnderstood.map(({ reason }) => reason)]).toEqual([0, ['id-too-large']]);
});

test('a list of bare numbers is a list of ids, and an object with a bare id asks', () => {
  expect(read('[5678, 5679]').found).toHaveLength(2);
  const { found, notUnderstood } = read('{"id":5678,"name":"a"}');
  expect([found, notUnderstood]).toMatchObject([
    [],
    [
      {
        text: 'id, name',
        reason: 'which-column',
        offers: [{ use: { kind: 'field', line: 1, field: 'id' }, text: 'id' }],
      },
    ],
  ]);
});

test('half a number at the end is no id', () => {
  expect(read('[{"assetId": 5678},\n{"assetId": 56')).toMatchObject({
    found: [{ reference: { assetId: 5678 } }],
    notUnderstood: [{ text: '56', line: 2, reason: 'cut-off' }],
  });
});

describe('a compact answer that is cut in half', () => {
  const answer = JSON.stringify({
    code: '0',
    message: 'success',
    result: {
      workspaceName: 'other-space',
      content: [5678, 5679, 5680].map((assetId) => ({
        assetId,
        projectId: 77,
        fileName: `take 12, "${assetId}".mp4`,
        createdTime: '2026-11-24T09:00:00+09:00',
        frameRate: 30,
        key: `2026/09/${assetId}.mp4`,
        uploadStatus: 'COMPLETED',
      })),
    },
  });
  const reference = (assetId: number) => ({
    reference: { workspace: 'other-space', projectId: 77, assetId },
    label: null,
    fileName: `take 12, "${assetId}".mp4`,
    watched: false,
  });

  test('gives its asset', () => {
    for (const text of ['"result":{"assetId":5678,"uploadSta', '..."result":{"assetId":5678,"uploadSta'])
      expect(read(text)).toMatchObject({ found: [{ reference: { assetId: 5678 } }], notUnderstood: [] });
  });

  test('gives whatever is whole in its first half, and nothing else', () => {
    for (let end = answer.indexOf('"createdTime"'); end < answer.length; end += 1) {
      const { found, notUnderstood } = read(answer.slice(0, end));
      const last = found.length - 1;
      expect(found.slice(0, last)).toMatchObject([5678, 5679, 5680].slice(0, last).map(reference));
      const isCut = notUnderstood.every(({ reason }) => reason === 'cut-off' || reason === 'project-missing');
      expect([isCut, notUnderstood.length < 2]).toEqual([true, true]);
    }
    expect(read(answer.slice(0, -2)).found).toMatchObject([5678, 5679, 5680].map(reference));
  });

  test('gives the assets of its second half, in the chosen workspace', () => {
    const text = answer.slice(answer.indexOf('"createdTime"'));
    expect(read(text)).toMatchObject({
      found: [5679, 5680].map((assetId) => ({ reference: { ...place77, assetId } })),
      notUnderstood: [],
    });
  });

  test('and that people wrote around', () => {
    const text = `please look:\n"result":{"assetId":5678,"projectId":77,"size":99,"uploadSta\nand 5679`;
    expect(read(text).found.map(({ reference: { assetId } }) => assetId)).toEqual([5678]);
  });

  test('names no asset by a key that says nothing', () => {
    const { found, notUnderstood } = read('the field "frameRate":30');
    expect([found, notUnderstood.map(({ text }) => text)]).toEqual([[], ['the field "frameRate":30']]);
  });
});

test('control characters of a foreign file reach no name, and what looks like markup is a part of it', () => {
  const text = JSON.stringify({ assetId: 5678, label: 'a\u0000b\n<b>c</b>' });
  expect(read(text).found[0]?.label).toBe('a b <b>c</b>');
});

test.each([
  ['nesting', `${'['.repeat(500_000)}${']'.repeat(500_000)}`],
  ['ids written in another way', `[${'{"assetId":5.5e3},'.repeat(100_000)}{}]`],
  ['empty objects', `[${'{},'.repeat(600_000)}{}]`],
])('2 MB of %s are read', { timeout: 120_000 }, (_what, text) => {
  expect(() => read(text)).not.toThrow();
});
