import { join } from 'node:path';
import iconv from 'iconv-lite';
import { createReadingThread } from '../../main/adapters/reading-thread.ts';
import { report, type Figures } from './figures.ts';
import { measure } from './longest-block.ts';

/** How long two megabytes of a paste or of a file keep everything else waiting: never longer than a frame, 16 ms. */
const size = 2_000_000;
const repeated = (part: string, start = '') => start + part.repeat(Math.ceil(size / part.length));
const korean = repeated('my-ws,1234,5678,가을 드라마 1화\r\n', '워크스페이스,프로젝트 ID,에셋 ID,이름\r\n');
const japanese = repeated(
  'my-ws,1234,5678,秋のドラマ第1話\r\n',
  'ワークスペース,プロジェクトID,アセットID,名前\r\n',
);
const address = 'https://mi.apigw.ntruss.com/api/v1/workspaces/my-ws/projects/1234/assets/5678';

const texts: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>> = {
  'a file in EUC-JP': fileOf(japanese, 'euc-jp'),
  'a file in CP949': fileOf(korean, 'cp949'),
  'a file in Shift-JIS': fileOf(japanese, 'shift_jis'),
  'a file in UTF-16': fileOf(korean, 'utf-16le'),
  'a file in UTF-8': fileOf(korean, 'utf-8'),
  'a table': korean,
  'ids in one line': repeated('5678 '),
  'ten thousand ids': Array.from({ length: 10_000 }, (_, index) => index + 1).join('\n'),
  references: repeated('my-workspace/1234/5678\n'),
  'addresses in one line': repeated(`${address} `),
  JSON: repeated(`{"assetId":5678,"assetName":"가을 드라마 1화"},`, '['),
  'JSON in one string': `{"assetId":5678,"description":"${'a'.repeat(size)}"}`,
  'nested JSON': repeated('{"a":'),
  'a novel': repeated('어제 등록한 에셋 5678번이 아직 끝나지 않았다고 합니다.\n'),
  'words without a blank': repeated('가5'),
  'slashes in one line': repeated('a / 1 / '),
  'one word': repeated('a'),
  'quoted cells': repeated('5678,"a\n'),
  fields: repeated('workspace: my-ws, projectId: 1234, assetId: 5678\n'),
  'field signs': repeated('a:'),
  'dashes in one line': repeated('1 - '),
  percents: repeated('%252f'),
};

const { understand: read } = createReadingThread(join(import.meta.dirname, '../../out/main/reading.cjs'));
/** As many as an account can watch. */
const watched = new Set(Array.from({ length: 20_000 }, (_, index) => `another-workspace/${index}`));

const rows: Figures[] = [];
for (const [what, text] of Object.entries(texts)) {
  // A string that was put together is flattened by whoever first looks into it.
  const flat = typeof text === 'string' ? Buffer.from(text).toString() : text;
  // What the text before has left to the collector is not this one's.
  globalThis.gc?.();
  rows.push(await row(what, flat));
}
report('paste', rows);

function fileOf(text: string, encoding: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(iconv.encode(text, encoding).subarray(0, size));
}

async function row(what: string, text: string | Uint8Array<ArrayBuffer>): Promise<Figures> {
  const wishes = { text, workspace: 'films', projectId: 1, uses: [], watched };
  const { value, ms, blockedMs, workedMs } = await measure(() => read(wishes));
  return {
    what,
    found: value.found.length,
    'not understood': value.notUnderstood.length,
    ms: rounded(ms),
    'longest block, ms': rounded(blockedMs),
    'most work in one turn, ms': rounded(workedMs),
  };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
