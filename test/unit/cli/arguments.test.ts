import { describe, expect, test } from 'vitest';
import { readArguments, readDuration } from '../../../main/cli/arguments.ts';
import { jsonLine, textLine } from '../../../main/cli/lines.ts';
import { verdictOf } from '../../../main/cli/verdict.ts';

const asset = 'my-workspace/1234/5678';

describe('the words of the command line', () => {
  test('name assets and options in any order', () => {
    const words = ['--json', 'watch', asset, '--wait', 'other-space/1/2', '--timeout', '2h'];
    expect(readArguments([...words, '--api-url', 'http://127.0.0.1:4010'])).toEqual({
      kind: 'run',
      order: {
        command: 'watch',
        references: [
          { workspace: 'my-workspace', projectId: 1234, assetId: 5678 },
          { workspace: 'other-space', projectId: 1, assetId: 2 },
        ],
        json: true,
        wait: true,
        timeoutMs: 7_200_000,
        apiUrl: 'http://127.0.0.1:4010',
      },
    });
  });

  test('ask for help or the version', () => {
    expect(readArguments(['--help']).kind).toBe('help');
    expect(readArguments(['watch', '-h']).kind).toBe('help');
    expect(readArguments(['--version']).kind).toBe('version');
  });

  test.each([
    [[]],
    [['look', asset]],
    [['watch']],
    [['status', asset, '--wait']],
    [['watch', '5678']],
    [['watch', 'my-workspace/1234/56a8']],
    [['watch', 'my-workspace/1234/-5']],
    [['watch', 'my-workspace/1234/9007199254740993']],
    [['watch', '../1234/5678']],
    [['watch', 'a/b/1234/5678']],
    [['watch', asset, '--timeout', '2']],
    [['watch', asset, '--timeout', 'soon']],
    [['watch', asset, '--api-url', 'http://example.com']],
    [['watch', asset, '--api-url', 'ftp://127.0.0.1']],
    [['watch', asset, '--unknown']],
  ])('%j are wrong, and a reason is given', (words) => {
    const read = readArguments(words);
    expect(read).toMatchObject({ kind: 'wrong', reason: expect.stringMatching(/\w{4}/) });
  });

  test.each([
    ['90s', 90_000],
    ['30m', 1_800_000],
    ['2h', 7_200_000],
    ['1d', 86_400_000],
    ['', NaN],
    ['-1h', NaN],
    ['1.5h', NaN],
  ])('%j is a duration of %d ms', (text, milliseconds) => {
    expect(readDuration(text)).toBe(milliseconds);
  });
});

describe('the exit code', () => {
  test.each([
    ['watch', ['COMPLETED', 'COMPLETED'], 0],
    ['watch', ['COMPLETED', 'FAILED'], 1],
    ['watch', ['FILE_NOT_EXIST'], 1],
    ['watch', ['INVALID_METADATA'], 1],
    ['watch', ['COMPLETED', 'IN_PROGRESS'], 3],
    ['watch', ['FAILED', null], 3],
    ['watch', ['PAUSED_BY_MOON'], 3],
    ['status', ['IN_PROGRESS'], 0],
    ['status', ['IN_PROGRESS', 'FAILED'], 1],
    ['status', [null], 3],
  ] as const)('of %s with %j is %d', (command, statuses, code) => {
    expect(verdictOf(command, statuses)).toBe(code);
  });
});

describe('a line', () => {
  const watch = {
    reference: { workspace: 'my-workspace', projectId: 1234, assetId: 5678 },
    known: { assetId: 5678, status: 'FAILED', text: 'two\nlines', metaData: null, receivedAt: 0 },
  };

  test('of JSON has the promised fields and no line end', () => {
    const line = jsonLine({ at: 0, watch, from: 'IN_PROGRESS' });
    expect(line).not.toContain('\n');
    expect(JSON.parse(line)).toEqual({
      at: '1970-01-01T00:00:00.000Z',
      ref: asset,
      from: 'IN_PROGRESS',
      to: 'FAILED',
      text: 'two\nlines',
      metaData: null,
    });
  });

  test('of text says when, which, and from what to what', () => {
    expect(textLine({ at: 0, watch, from: 'IN_PROGRESS' })).toMatch(
      /^1970-01-01T00:00:00\.000Z {2}my-workspace\/1234\/5678 {2}IN_PROGRESS -> FAILED/,
    );
    expect(textLine({ at: 0, watch, from: null })).toContain('5678  FAILED');
  });
});
