import { describe, expect, test } from 'vitest';
import { limits } from '../../../main/contract.ts';
import { understand } from '../../../main/paste/understand.ts';

const place = { workspace: 'my-workspace', projectId: 1234 };

function read(text: string, from: { workspace: string | null; projectId: number | null } = place) {
  const { found, notUnderstood, repeated } = understand({ text, ...from, uses: [], watched: new Set() });
  return {
    found: found.map(
      ({ reference: { workspace, projectId, assetId } }) => `${workspace}/${projectId}/${assetId}`,
    ),
    names: found.map(({ label, fileName }) => label ?? fileName),
    refused: notUnderstood.map(({ text: piece, line, reason }) => `${line}: ${piece}: ${reason}`),
    repeated,
  };
}

const ids = (text: string) => read(text).found.map((reference) => Number(reference.split('/')[2]));

describe('ids and ranges', () => {
  test.each([
    ['5678', [5678]],
    ['5678, 5679;5680\t5681', [5678, 5679, 5680, 5681]],
    ['5678\r\n5679\n\n5680', [5678, 5679, 5680]],
    ['5678-5680', [5678, 5679, 5680]],
    ['5678–5680', [5678, 5679, 5680]],
    ['5678 - 5680', [5678, 5679, 5680]],
    ['5678 ~ 5679, 9', [5678, 5679, 9]],
    ['５６７８、５６７９～５６８０', [5678, 5679, 5680]],
    ['- 5678\n* 5679\n3) 5680'.replace('3) ', ''), [5678, 5679, 5680]],
    ['#5678 #5679.', [5678, 5679]],
    ['assetId=5678', [5678]],
  ])('%j', (text, expected) => {
    expect(ids(text)).toEqual(expected);
    expect(read(text).refused).toEqual([]);
  });

  test.each([
    ['56a8', 'not-an-id'],
    ['12.5', 'not-an-id'],
    ['2026-09-17', 'not-an-id'],
    ['2026/09/17', 'not-an-id'],
    ['-5', 'id-not-positive'],
    ['0', 'id-not-positive'],
    ['9007199254740993', 'id-too-large'],
    ['5690-5678', 'range-backwards'],
    ['1-10001', 'range-too-long'],
    ['hello world', 'not-an-id'],
    ['../1234/5678', 'workspace-name'],
    ['a/b-space/1234/5678', 'workspace-name'],
    ['ab/1234/5678', 'workspace-name'],
    ['My_Space/1234/5678', 'workspace-name'],
    ['https://example.com/watch/5678', 'not-an-id'],
  ])('%j is refused with its reason', (text, reason) => {
    expect(read(`5678\n${text}`)).toMatchObject({
      found: ['my-workspace/1234/5678'],
      refused: [`2: ${text}: ${reason}`],
    });
  });

  test('a range of ten thousand is the longest', () => {
    expect(ids('1-10000')).toHaveLength(10_000);
  });

  test('without a chosen workspace or project it says which is missing', () => {
    expect(read('5678', { workspace: null, projectId: null }).refused).toEqual([
      '1: 5678: workspace-missing',
    ]);
    expect(read('5678', { workspace: 'my-workspace', projectId: null }).refused).toEqual([
      '1: 5678: project-missing',
    ]);
  });

  test('a piece is told as it was pasted', () => {
    expect(read('１２ａ４').refused).toEqual(['1: １２ａ４: not-an-id']);
    expect(read(`1${'x'.repeat(500)}`).refused[0]!.length).toBeLessThan(110);
  });
});

describe('references and addresses', () => {
  const nowhere = { workspace: null, projectId: null };
  const address = 'https://mi.apigw.ntruss.com/api/v1/workspaces/other-space/projects/77/assets/88';

  test.each([
    ['other-space/77/88'],
    ['other-space / 77 / 88'],
    ['/other-space/77/88/'.slice(0, -1)],
    ['other-space　／　77／88'],
    [address],
    [`${address}/import-status`],
    [`${address}/import-status?x=1`],
    [`GET /api/v1/workspaces/other-space/projects/77/assets/88/import-status`],
    [`<${address}>`],
    [address.replace('/assets/', '/video-assets/')],
  ])('%j', (text) => {
    expect(read(text, nowhere)).toMatchObject({ found: ['other-space/77/88'], refused: [] });
  });

  test('a range of assets in one project', () => {
    expect(read('other-space/77/88-90', nowhere).found).toEqual([
      'other-space/77/88',
      'other-space/77/89',
      'other-space/77/90',
    ]);
  });

  test('an address without an asset is refused', () => {
    expect(
      read('https://mi.apigw.ntruss.com/api/v1/workspaces/other-space/projects/77', nowhere).refused,
    ).toEqual(['1: https://mi.apigw.ntruss.com/api/v1/workspaces/other-space/projects/77: not-an-id']);
  });

  test('the documentation’s command gives its asset, and none of its headers comes back', () => {
    const understanding = read(
      [
        `curl --location --request GET '${address}/import-status' \\`,
        `--header 'x-ncp-apigw-timestamp: 1767225600000' \\`,
        `--header 'x-ncp-iam-access-key: CANARY123' \\`,
        `--header 'x-ncp-apigw-signature-v2: CANARY456=' \\`,
        `--header 'Content-Type: application/json'`,
        '5678',
      ].join('\n'),
    );
    expect(understanding.found).toEqual(['other-space/77/88', 'my-workspace/1234/5678']);
    expect(understanding.refused).toEqual([]);
  });
});

describe('tables', () => {
  const expected = {
    found: ['my-workspace/1234/5678', 'my-workspace/1234/5679'],
    names: ['a.mp4', 'b, c.mp4'],
    refused: [],
  };

  test.each([
    ['CSV', 'assetId,fileName,size\n5678,a.mp4,120333399\n5679,"b, c.mp4",99'],
    ['TSV', 'Asset ID\tFile name\tCreated\n5678\ta.mp4\t2026-09-17\n5679\tb, c.mp4\t2026-09-18'],
    ['Markdown', '| 에셋 ID | 파일명 |\n| --- | :--- |\n| 5678 | a.mp4 |\n| 5679 | b, c.mp4 |'],
  ])('%s', (_form, text) => {
    expect(read(text)).toMatchObject(expected);
  });

  test('columns of workspace and project', () => {
    const text = 'workspace;project;id\nfirst-space;1;11\nsecond-space;2;22';
    expect(read(text, { workspace: null, projectId: null }).found).toEqual([
      'first-space/1/11',
      'second-space/2/22',
    ]);
  });

  test('a bad cell is told with its line, and the rest of the table is kept', () => {
    expect(read('asset_id,name\n56a8,x.mp4\n5679,y.mp4')).toMatchObject({
      found: ['my-workspace/1234/5679'],
      refused: ['2: 56a8: not-an-id'],
    });
  });

  test('a mistyped id makes a list none, and the others are offered', () => {
    expect(read('5678, 56a9, 5680')).toMatchObject({
      found: [],
      refused: ['1: 5678, 56a9, 5680: number-in-text'],
    });
  });

  test('an answer of the API gives its asset and not its project', () => {
    const text = JSON.stringify(
      {
        result: {
          assetId: 5678,
          projectId: 1234,
          fileName: 'a.mp4',
          metaData: { durationMs: 253702, size: 9 },
        },
      },
      null,
      2,
    );
    expect(read(text).found).toEqual(['my-workspace/1234/5678']);
  });
});

describe('the whole', () => {
  test('what is named more than once is counted once, whichever project it is named in', () => {
    const text = '5678 5678 5678\nmy-workspace/9/5678\n5679-5680 5680';
    expect(read(text)).toMatchObject({ repeated: 2 });
    expect(ids(text)).toEqual([5678, 5679, 5680]);
  });

  test('says what is watched already', () => {
    const { found } = understand({
      text: '5678 5679',
      ...place,
      uses: [],
      watched: new Set(['my-workspace/5679']),
    });
    expect(found.map(({ watched }) => watched)).toEqual([false, true]);
  });

  test('more than can be added at once is said once', () => {
    const understanding = read('1-10000\n20001\n20002');
    expect(understanding.found).toHaveLength(10_000);
    expect(understanding.refused).toEqual(['2: 20001: too-many']);
  });

  test('that there are too many is told first, however much else was refused', () => {
    const words = '56a8\n'.repeat(2_000);
    const { refused } = read(`${words}1-10000\n20001`);
    expect(refused).toHaveLength(1_001);
    expect(refused[0]).toBe('2002: 20001: too-many');
  });

  test('a line of eight million characters loses none', () => {
    const named = Array.from({ length: 10_000 }, (_, index) => 1_000_000 + index);
    const gap = ' '.repeat(Math.floor(limits.pasteLength / named.length) - 7);
    const { found, refused } = read(named.join(gap));
    expect(refused).toEqual([]);
    expect(found).toEqual(named.map((id) => `my-workspace/1234/${id}`));
  });

  test('a range that comes again is counted once, whatever was named before', () => {
    expect(read('5679 5679\n5678-5680\n5678-5680\n5677-5681')).toMatchObject({ repeated: 3 });
    expect(ids('5679 5679\n5678-5680\n5677-5681')).toEqual([5679, 5678, 5680, 5677, 5681]);
  });

  test('a name is never longer than a label may be', () => {
    const name = `${'x'.repeat(500)}.mp4`;
    expect(read(`assetId,label\n5678,${name}`).names[0]).toHaveLength(limits.labelLength);
  });

  test('a name that is cut ends between two signs that a person sees, and is counted', () => {
    const family = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}';
    for (const one of [family, 'e\u0301', '🇰🇷', '한'.normalize('NFD'), 'ส\u0e37\u0e48']) {
      const read = understand({
        text: `assetId,label\n5678,${one.repeat(200)}\n5679,short`,
        workspace: 'my-ws',
        projectId: 1,
        uses: [],
        watched: new Set(),
      });
      const [label = ''] = read.found.map((found) => found.label ?? '');
      expect(label.length).toBeLessThanOrEqual(limits.labelLength);
      expect(label.replaceAll(one, '')).toBe('…');
      expect(read.shortened).toBe(1);
    }
  });

  test('a text over the limit is not cut, which could make half a number an id: nothing of it is read', () => {
    const { found, notUnderstood } = understand({
      text: `5678\n${' '.repeat(limits.pasteLength)}9`,
      ...place,
      uses: [],
      watched: new Set(),
    });
    expect([found, notUnderstood.map(({ reason }) => reason)]).toEqual([[], ['too-long']]);
  });
});
