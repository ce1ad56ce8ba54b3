import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../../main/paste/text-of-file.ts';

const korean = '워크스페이스,에셋 ID,이름\r\nmy-ws,5678,가을 드라마\r\nmy-ws,5679,똠방각하 뷁\r\n';
const japanese = 'ワークスペース,アセットID,名前\r\nmy-ws,5678,秋のドラマ 第1話\r\nmy-ws,5679,ﾊﾝｶｸ高崎\r\n';
const western = 'Asset ID,Name\r\n5678,Café “déjà vu” – naïve\r\n';
const read = (bytes: Uint8Array) => textOf(bytes)?.replace(/^\ufeff/, '');

describe('a file is read in the encoding that it is written in', () => {
  test.each<[name: string, text: string]>([
    ...['utf-8', 'utf-16le', 'utf-16be', 'cp949'].map((name): [string, string] => [name, korean]),
    ...['utf-8', 'utf-16le', 'utf-16be', 'cp932', 'euc-jp'].map((name): [string, string] => [name, japanese]),
    ...['cp932', 'euc-jp'].map((name): [string, string] => [
      name,
      'アセットID,ファイル名\n5678,東京特許許可局.mp4\n',
    ]),
    ...['cp932', 'euc-jp'].map((name): [string, string] => [name, 'アセットID\n5678\n']),
    ...['cp949', 'utf-16le'].map((name): [string, string] => [name, '에셋 ID\n5678\n']),
    ['cp932', 'asset_id,名前\n5678,秋①\n5679,ｶﾞｰﾙ\n'],
    ['windows-1252', western],
    ['utf-16le', '5678\n5679'],
    ['utf-8', '5678\n5679'],
  ])('%s: %j', (name, text) => {
    expect(read(iconv.encode(text, name))).toBe(text);
    if (/^utf/.test(name)) expect(read(iconv.encode(text, name, { addBOM: true }))).toBe(text);
  });

  test('also where one sign in it is broken', () => {
    const whole = Buffer.from(korean);
    expect(read(whole.subarray(0, whole.indexOf('뷁') + 1))).toBe(`${korean.split('뷁')[0]}\ufffd`);
    const short = ['5678,가을,', '\n5679,나\n'].map((part) => Buffer.from(part));
    expect(read(Buffer.concat([short[0]!, Buffer.of(0xe9), short[1]!]))).toBe('5678,가을,\ufffd\n5679,나\n');
  });

  test.each([
    ['utf-8', 'アセットID,名前\n5678,秋の'],
    ['cp949', '에셋 ID,이름\n5678,가을'],
    ['shift_jis', 'アセットID,名前\n5678,秋の'],
    ['euc-jp', 'アセットID,名前\n5678,秋の'],
  ])('also where it is cut in the middle of its last sign: %s', (name, text) => {
    expect(read(iconv.encode(text, name).subarray(0, -1))).toContain(text.slice(0, -1));
  });

  test('also where what it says of a sign is that it was lost', () => {
    const text = 'asset_id,name\n5678,Caf\ufffd\n';
    expect(read(Buffer.from(text))).toBe(text);
  });

  test.each([
    ['a workbook', 'PK\u0003\u0004\0\0\u0008\0'],
    ['a picture', '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR'],
  ])('%s is none of text', (_what, bytes) => {
    expect(read(Buffer.from(bytes, 'latin1'))).toBeUndefined();
  });
});
