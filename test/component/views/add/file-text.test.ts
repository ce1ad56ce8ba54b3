import { describe, expect, it } from 'vitest';
import { limits } from '../../../../main/contract.ts';
import { fileText } from '../../../../renderer/views/add/file-text.ts';

function aFile(bytes: readonly number[] | string) {
  const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : Uint8Array.from(bytes);
  return { size: content.length, arrayBuffer: () => Promise.resolve(content.buffer) };
}

describe('an opened file', () => {
  it.each([
    ['UTF-8', [0xea, 0xb0, 0x80], 'en', '가'],
    ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, 0x35], 'en', '5'],
    ['what Excel calls Unicode text', [0xff, 0xfe, 0x00, 0xac], 'en', '가'],
    ['UTF-16 of other machines', [0xfe, 0xff, 0xac, 0x00], 'en', '가'],
    ['Korean Excel’s CSV', [0xb0, 0xa1, 0x2c, 0x35], 'ko', '가,5'],
    ['Japanese Excel’s CSV', [0x82, 0xa0, 0x2c, 0x35], 'ja', 'あ,5'],
    ['western Excel’s CSV', [0xe9, 0x2c, 0x35], 'en', 'é,5'],
  ] as const)('is read as %s', async (_what, bytes, language, text) => {
    expect(await fileText(aFile(bytes), language)).toEqual({ kind: 'text', text });
  });

  it('that is none of text is not shown as such', async () => {
    expect(await fileText(aFile('PK\u0003\u0004\0\0'), 'en')).toEqual({ kind: 'fault', fault: 'not-text' });
  });

  it('is not even read where it is far too large', async () => {
    const file = { size: limits.pasteLength * 4 + 1, arrayBuffer: () => Promise.reject(new Error('read')) };
    expect(await fileText(file, 'en')).toEqual({ kind: 'fault', fault: 'too-large' });
    const long = aFile('5'.repeat(limits.pasteLength + 1));
    expect(await fileText(long, 'en')).toEqual({ kind: 'fault', fault: 'too-large' });
  });

  it('that is gone is said to be', async () => {
    const file = { size: 5, arrayBuffer: () => Promise.reject(new Error('gone')) };
    expect(await fileText(file, 'en')).toEqual({ kind: 'fault', fault: 'unreadable' });
  });
});
