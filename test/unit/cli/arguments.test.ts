import { describe, expect, test } from 'vitest';
import type { Language } from '../../../main/contract.ts';
import { commands, readArguments, readDuration } from '../../../main/cli/arguments.ts';
import { helpText, keyPlaces } from '../../../main/cli/help.ts';
import { columnsOf, wrapped } from '../../../main/cli/wrapped.ts';
import { commandLineWords } from '../../../words/command-line-words.ts';
import { jsonFields, jsonLine, textLine, type ChangeLine } from '../../../main/cli/lines.ts';
import { options } from '../../../main/cli/options.ts';
import { createOutput, type Output } from '../../../main/cli/output.ts';
import { resultFields } from '../../../main/cli/registrations.ts';
import { terminalLanguage } from '../../../main/cli/terminal-language.ts';
import { goneStatus, unreadableStatus } from '../../../main/model/import-status.ts';
import { exitCodes, verdictOf } from '../../../main/cli/verdict.ts';
import { wrongUsageText } from '../../../main/cli/wrong-usage.ts';
import { takenInto } from './command-in-process.ts';

const asset = 'my-workspace/1234/5678';

function wrongText(words: readonly string[], language: Language): string {
  const read = readArguments(words);
  if (read.kind !== 'wrong') throw new Error('understood');
  return wrongUsageText(read.fault, language);
}

function written(write: (output: Output) => void, coloured = false): string {
  const lines: string[] = [];
  write(createOutput({ out: takenInto(lines), err: takenInto(lines), coloured }, 'en', false));
  return lines.join('\n');
}

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
        projects: [],
        list: null,
        json: true,
        wait: true,
        timeoutMs: 7_200_000,
        apiUrl: 'http://127.0.0.1:4010',
      },
    });
  });

  test('name projects to follow, beside assets or instead of them', () => {
    const words = ['watch', '--project', 'my-workspace/1234', '--project=other-space/7'];
    const projects = [
      { workspace: 'my-workspace', projectId: 1234 },
      { workspace: 'other-space', projectId: 7 },
    ];
    expect(readArguments(words)).toMatchObject({ kind: 'run', order: { references: [], projects } });
    expect(readArguments([...words, asset])).toMatchObject({
      kind: 'run',
      order: { references: [{ assetId: 5678 }], projects },
    });
  });

  test('name a list to read, from a file or the standard input', () => {
    const words = ['watch', '--from', '-', '--in', 'my-workspace/1234', '--dry-run'];
    const place = { workspace: 'my-workspace', projectId: 1234 };
    expect(readArguments(words)).toMatchObject({
      kind: 'run',
      order: { references: [], list: { from: '-', place, isDryRun: true } },
    });
    expect(readArguments(['watch', '--from=list.csv'])).toMatchObject({
      order: { list: { from: 'list.csv', place: null, isDryRun: false } },
    });
    expect(wrongText(['watch', asset, '--dry-run'], 'en')).toContain('--from');
    expect(wrongText(['watch', asset, '--in', 'my-workspace/1234'], 'en')).toContain('--from');
    expect(wrongText(['status', '--from', 'list.csv'], 'en')).toContain('watch');
  });

  test('ask for help or the version', () => {
    expect(readArguments(['--help']).kind).toBe('help');
    expect(readArguments(['watch', '-h']).kind).toBe('help');
    expect(readArguments(['--version']).kind).toBe('version');
  });

  test.each([
    [[], 'no-command', 'watch, status'],
    [['look', asset], 'no-command', 'watch, status'],
    [['watch'], 'no-asset', 'my-workspace/1234/5678'],
    [['status', asset, '--wait'], 'of-other-command', 'watch, register'],
    [['status', '--project', 'my-workspace/1234'], 'of-other-command', '--project'],
    [['register', 'my-workspace/1234', 'a.mp4', '--in', 'list'], 'of-other-command', '--in'],
    [['register'], 'no-project', 'my-workspace/1234'],
    [['register', 'my-workspace/1234'], 'no-key', 'media/film.mp4'],
    [['register', 'my-workspace/1234', ''], 'no-key', 'media/film.mp4'],
    [['register', 'my-workspace/1234', 'a.mp4', ' ', '--from', 'keys.txt'], 'no-key', 'media/film.mp4'],
    [['watch', '--project', 'my-workspace'], 'not-a-project', '"my-workspace"'],
    [['watch', '5678'], 'not-an-asset', '"5678"'],
    [['watch', 'a/b/1234/5678'], 'not-an-asset', 'my-workspace/1234/5678'],
    [['watch', asset, '--timeout', '2'], 'not-a-duration', '--timeout'],
    [['watch', asset, '--timeout', 'soon'], 'not-a-duration', '90s, 30m, 2h, 1d'],
    [['watch', asset, '--timeout'], 'value-missing', '--timeout'],
    [['watch', asset, '--timeout', '--json'], 'value-missing', '--timeout'],
    [['watch', asset, '--timeout='], 'value-missing', '--timeout'],
    [['watch', asset, '--json=yes'], 'value-unexpected', '--json'],
    [['watch', '--from', 'one.csv', '--from', 'two.csv'], 'given-twice', '--from'],
    [['register', 'my-workspace/1', 'a.mp4', '--bucket=one', '--bucket=two'], 'given-twice', '--bucket'],
    [['watch', asset, '--unknown'], 'unknown-option', '--unknown'],
    [['watch', asset, '-x'], 'unknown-option', '-x'],
    [['watch', asset, '--toString'], 'unknown-option', '--toString'],
  ])('%j are wrong: %s, and the word is named in every language', (words, kind, named) => {
    const read = readArguments(words);
    if (read.kind !== 'wrong') throw new Error('understood');
    expect(read.fault.kind).toBe(kind);
    for (const language of ['en', 'ko', 'ja'] as const)
      expect(wrongUsageText(read.fault, language)).toContain(named);
  });

  test.each([
    ['my-workspace/1234/9007199254740993', 'Asset ID', 'Enter a whole number from 1 to 9007199254740991.'],
    ['my-workspace/1234/12a', 'Asset ID', 'Enter a whole number from 1 to 9007199254740991.'],
    ['my-workspace/1234/-5', 'Asset ID', 'Enter a whole number from 1 to 9007199254740991.'],
    ['my-workspace/1234/0', 'Asset ID', 'Enter a whole number from 1 to 9007199254740991.'],
    ['my-workspace/1234/', 'Asset ID', 'Enter a value.'],
    ['my-workspace/1e3/5678', 'Project ID', 'Enter a whole number from 1 to 9007199254740991.'],
    ['MY-WS/1234/5678', 'Workspace', '3 to 63 lowercase letters'],
    ['../1234/5678', 'Workspace', '3 to 63 lowercase letters'],
    ['a/1/2', 'Workspace', '3 to 63 lowercase letters'],
    ['/1/2', 'Workspace', 'Enter a value.'],
  ])('%j names no asset: the part that is wrong is named, and what is expected', (word, part, expected) => {
    const said = wrongText(['watch', asset, word], 'en');
    expect(said).toContain(`${part} in "${word}": `);
    expect(said).toContain(expected);
    for (const language of ['ko', 'ja'] as const)
      expect(wrongText(['watch', word], language)).toContain(JSON.stringify(word));
  });

  test.each(['--\u001b[2J', '-\u001b', '--a\u009b2J', '--a\u202eb', '--wait=\u0007'])(
    'a terminal carries out nothing of %j, which is said in signs',
    (word) => {
      for (const language of ['en', 'ko', 'ja'] as const) {
        const asOption = wrongText(['watch', asset, word], language);
        const asPart = wrongText(['watch', `a/1/${word}`], language);
        for (const text of [asOption, asPart])
          expect(written((output) => output.remark([text]))).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
      }
    },
  );

  test.each([
    ['my-workspace/x', 'Project ID'],
    ['../1234', 'Workspace'],
    ['my-workspace/0', 'Project ID'],
  ])('%j names no project', (word, part) => {
    expect(wrongText(['watch', '--project', word], 'en')).toContain(`${part} in "${word}": `);
  });

  test.each([
    ['https://mi.apigw.ntruss.com/foo', 'Remove everything after the host name.'],
    [
      'https://me:word@mi.apigw.ntruss.com',
      'Remove the user name and password: everything after // up to and including @.',
    ],
    ['http://example.com', 'Use an address that starts with https://'],
    ['ftp://127.0.0.1', 'Use an address that starts with https://'],
    ['nonsense', 'Enter an address such as https://mi.apigw.ntruss.com.'],
  ])('%j is no address of the API, and it is said why', (word, why) => {
    const said = wrongText(['watch', asset, '--api-url', word], 'en');
    expect(said).toContain('--api-url: ');
    expect(said).toContain(why);
    // It may have a password in it.
    expect(said).not.toContain('me:word');
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

describe('the help', () => {
  test.each(['en', 'ko', 'ja'] as const)(
    'in %s names every command, option, key and exit code',
    (language) => {
      const help = helpText(language);
      for (const word of [...commands, ...Object.keys(options).map((name) => `--${name}`), ...keyPlaces])
        expect(help).toContain(word);
      for (const field of [...jsonFields, ...resultFields])
        expect(help).toMatch(new RegExp(`\\b${field}\\b`));
      // What takes the option is said beside it.
      expect(help).toMatch(/--wait {2,}(?:with )?watch\b.*register/);
      // The first of their lines that can trust what the computer trusts (certificates.ts).
      for (const node of ['22.19', '24.5']) expect(help).toContain(node);
      for (const code of Object.values(exitCodes)) expect(help).toMatch(new RegExp(`^  ${code}  \\S`, 'm'));
    },
  );

  test.each(['en', 'ko', 'ja'] as const)(
    'in %s fits into 80 columns, and loses nothing by it',
    (language) => {
      const { exitCodes: said, help: meanings } = commandLineWords[language];
      const help = helpText(language);
      for (const line of help.split('\n')) {
        expect(columnsOf(line), line).toBeLessThanOrEqual(80);
        expect(line.split('[').length, line).toBe(line.split(']').length);
      }
      const dense = (text: string) => text.replace(/\s/g, '');
      for (const meaning of [meanings.status('--timeout'), meanings.project('watch'), said.cannotTell])
        expect(dense(help)).toContain(dense(meaning));
      expect(help).toContain('Ctrl+C');
    },
  );

  test.each([
    ['a line that is too long', 12, ['a line that', 'is too long']],
    ['[--timeout 2h] [--json]', 9, ['[--timeout 2h]', '[--json]']],
    ['등록 상태를 확인합니다', 12, ['등록 상태를', '확인합니다']],
    ['登録状態を確認して出力します', 20, ['登録状態を確認して', '出力します']],
    ['状態を 1 つの行に書き、終わる', 12, ['状態を', '1 つの行に', '書き、終わる']],
    ['まず終わる（例）、次に', 16, ['まず', '終わる（例）、', '次に']],
    ['unbreakable', 4, ['unbreakable']],
  ])('%j in %d columns', (text, columns, lines) => {
    expect(wrapped(text, columns)).toEqual(lines);
  });
});

describe('the language of a terminal', () => {
  test.each([
    [{ LC_ALL: 'ko_KR.UTF-8', LANG: 'ja_JP.UTF-8' }, 'ko'],
    [{ LC_ALL: '', LC_MESSAGES: 'ja_JP.UTF-8', LANG: 'ko_KR.UTF-8' }, 'ja'],
    [{ LANG: 'C' }, 'en'],
    [{}, 'ko'],
  ])('of %j is %s', (environment, language) => {
    expect(terminalLanguage(environment, 'ko-KR')).toBe(language);
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
    ['watch', ['COMPLETED', goneStatus], 3],
    ['watch', ['FAILED', goneStatus], 1],
    ['status', ['IN_PROGRESS'], 0],
    ['status', ['IN_PROGRESS', 'FAILED'], 1],
    ['status', [null], 3],
    ['status', [unreadableStatus], 3],
    ['watch', ['COMPLETED', unreadableStatus], 3],
  ] as const)('of %s with %j is %d', (command, statuses, code) => {
    expect(verdictOf(command, statuses)).toBe(code);
  });
});

const printed = (line: ChangeLine, coloured = false) =>
  written((output) => output.text(...textLine(line, 'en')), coloured);

describe('a line', () => {
  const watch = {
    reference: { workspace: 'my-workspace', projectId: 1234, assetId: 5678 },
    known: { assetId: 5678, status: 'FAILED', text: 'two\nlines', metaData: null, receivedAt: 0 },
  };

  test('of JSON has the promised fields and no line end', () => {
    const line = jsonLine({ at: 0, watch, from: 'IN_PROGRESS' });
    expect(line).not.toContain('\n');
    expect(Object.keys(JSON.parse(line) as object)).toEqual(['at', 'ref', 'from', 'to', 'text', 'metaData']);
    expect(JSON.parse(line)).toEqual({
      at: '1970-01-01T00:00:00.000Z',
      ref: asset,
      from: 'IN_PROGRESS',
      to: 'FAILED',
      text: 'two\nlines',
      metaData: null,
    });
  });

  test('of text says when by this computer’s clock, which, and from what to what', () => {
    const at = new Date(2026, 10, 24, 18, 12, 44).getTime();
    expect(printed({ at, watch, from: 'IN_PROGRESS' })).toMatch(
      /^2026-11-24 18:12:44 {2}my-workspace\/1234\/5678 {2}IN_PROGRESS -> FAILED/,
    );
    expect(printed({ at: 0, watch, from: null })).toContain('5678  FAILED');
    expect(printed({ at: 0, watch, from: null })).toContain('two\\u{a}lines');
  });

  test('of text tells all that is known of a completed import', () => {
    const metaData = { resolution: '1920x1080', durationMs: 254_000, size: 120_000_000, format: 'mp4' };
    const known = {
      assetId: 5678,
      status: 'COMPLETED',
      text: 'Video copy completed',
      metaData,
      receivedAt: 0,
    };
    const line = printed({ at: 0, watch: { ...watch, known }, from: null }, true);
    expect(line).toContain('\u001b[32mCOMPLETED\u001b[39m');
    expect(line).toContain('Video copy completed · 1920x1080 · 4:14 · 120 MB · mp4');
  });
});
