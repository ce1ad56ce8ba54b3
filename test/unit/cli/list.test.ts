import { describe, expect, test } from 'vitest';
import { runCommandLine } from '../../../main/cli/command-line.ts';
import { limits } from '../../../main/contract.ts';
import { countOf } from '../../../words/format.ts';
import { words } from '../../../words/words.ts';
import { takenInto } from './command-in-process.ts';

const secret = 'CANARYSECRETKEY000000000000000000000001';

/** Runs the command with a file of this text, and with a network and keys that must not be touched. */
async function run(typed: readonly string[], file: string | Uint8Array | Error) {
  const lines: string[] = [];
  const errors: string[] = [];
  const fail = () => Promise.reject(new Error('A dry run asked for something.'));
  const code = await runCommandLine(typed, {
    environment: {},
    home: null,
    fetch: fail,
    readBytes: () =>
      file instanceof Error ? Promise.reject(file) : Promise.resolve(new Uint8Array(Buffer.from(file))),
    now: Date.now,
    out: takenInto(lines),
    err: takenInto(errors),
    coloured: false,
    language: 'en',
    interrupted: new AbortController().signal,
  });
  return { code, lines, errors };
}

const list = `워크스페이스,프로젝트 ID,에셋 ID,이름
my-ws,1234,5678,가을 1화
my-ws,1234,56a9,가을 2화

export NCLOUD_SECRET_KEY=${secret}
5679`;

test('a dry run with --json writes an object for each asset, then one for each piece that was not understood', async () => {
  const { code, lines } = await run(
    ['watch', '--from', 'list.csv', '--in', 'other-ws/9', '--dry-run', '--json'],
    list,
  );
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { ref: 'my-ws/1234/5678', label: '가을 1화', fileName: null },
    { ref: 'other-ws/9/5679', label: null, fileName: null },
    { notUnderstood: '56a9', line: 3, reason: 'not-an-id' },
    { notUnderstood: '…', line: 5, reason: 'may-be-secret' },
  ]);
  expect(code).toBe(0);
});

test('for a person it writes the assets, and on the side what was not understood', async () => {
  const { code, lines, errors } = await run(['watch', '--from', '-', '--dry-run'], list);
  expect(lines).toEqual(['my-ws/1234/5678  가을 1화']);
  expect(errors.join('\n')).toContain('-:3: Not recognized: 56a9');
  expect(errors.join('\n')).toContain('-:6: Not recognized: 5679 · No workspace or project given. Use --in.');
  expect(errors.join('\n')).not.toContain(secret);
  expect(code).toBe(0);
});

describe('with --in', () => {
  const given = ['watch', '--from', 'l', '--in', 'my-ws/1234', '--dry-run'];

  test.each([
    [
      'empty cells',
      'workspace,project id,asset id\n,,5678\n,,5679\n',
      ['my-ws/1234/5678', 'my-ws/1234/5679'],
    ],
    ['an empty cell of the project', 'project id,asset id\n,5678\n', ['my-ws/1234/5678']],
    ['one beside its workspace', 'workspace,project id,asset id\nmy-ws,,5678\n', ['my-ws/1234/5678']],
    ['null', '{"assetId":5678,"workspace":null,"projectId":null}', ['my-ws/1234/5678']],
    ['an empty text', '{"assetId":5678,"projectId":""}', ['my-ws/1234/5678']],
    ['merged cells', 'project id,asset id\n7,5678\n,5679\n', ['my-ws/7/5678', 'my-ws/7/5679']],
  ])('it is the place of %s', async (_what, file, found) => {
    const { code, lines, errors } = await run(given, file);
    expect({ code, lines, errors }).toEqual({ code: 0, lines: found, errors: [] });
  });

  test.each([
    ['a column', '프로젝트,에셋 ID,이름\n드라마,5678,가을 1화\n드라마,5679,가을 2화\n'],
    ['an object', '{"project":"Drama","assetId":5678}'],
    ['an object of a list', '[{"assetId":5679,"workspace":null,"project":"Drama"}]'],
    ['a field', 'project: Drama\nassetId: 5678\n'],
  ])('it is not that of a project that %s names', async (_what, file) => {
    const { code, lines, errors } = await run(given, file);
    expect({ code, lines }).toEqual({ code: 2, lines: [] });
    expect(errors.join()).toContain('The project is given by its name');
    expect(errors.join()).not.toContain('--in');
  });

  test.each([
    ['a project in another workspace', 'workspace,project id,asset id\nother-ws,,5678\n'],
    ['what was cut off', '{"workspace":"my-ws","assetId":5678,"projectId":12'],
    ['an object without an id', '{"assetId":5678,"project":{"slug":"drama"}}'],
    ['null in an object that says it', '{"projectId":7,"assets":[{"assetId":5678,"projectId":null}]}'],
  ])('it is not that of %s, and nobody is told to use it', async (_what, file) => {
    const { code, lines, errors } = await run(given, file);
    expect({ code, lines }).toEqual({ code: 2, lines: [] });
    expect(errors.join()).toContain('doesn’t say clearly');
    expect(errors.join()).not.toContain('--in');
  });
});

test.each([['nothing in it'], ['']])('a list of %j ends with 2, and asks nothing', async (file) => {
  expect(await run(['watch', '--from', 'list.csv', '--dry-run', '--json'], file)).toMatchObject({ code: 2 });
  const { code, errors } = await run(['watch', '--from', 'list.csv'], file);
  expect([code, errors.at(-1)]).toEqual([2, 'import-watch: No assets recognized in list.csv']);
});

test('an empty file of object keys is not called one without assets', async () => {
  const { code, errors } = await run([...register, '--from', 'keys.txt'], '\n \n');
  expect([code, ...errors]).toEqual([2, 'import-watch: No object keys in keys.txt']);
});

test.each([
  ['a list', ['watch', '--from', '-', '--dry-run']],
  ['object keys', ['register', 'my-ws/9', '--from', '-', '--dry-run', '--bucket', 'films-media']],
])('what a terminal would carry out is escaped where it is told of %s', async (_what, typed) => {
  const { errors } = await run(typed, 'what \u001b[2J\u009b1mis this');
  expect(errors.join()).toContain('what \\u{1b}[2J\\u{9b}1mis this');
  expect(errors.join()).not.toMatch(/\p{Cc}/u);
});

/** What clears a screen or names the window, turns the direction, begins another line, and takes no room. */
const steering =
  'a\u001b[2J\u009b1m\u001b]0;mine\u0007\r\u202e\u2066\u2028\u200b\u200f\ufeff\u034f\u3164\u115f.mp4';
const escaped =
  'a\\u{1b}[2J\\u{9b}1m\\u{1b}]0;mine\\u{7}\\u{d}\\u{202e}\\u{2066}\\u{2028}\\u{200b}\\u{200f}\\u{feff}\\u{34f}\\u{3164}\\u{115f}.mp4';
/** Of a key, what may be in one. */
const steeringKey = 'media/a\u202e\u2066\u2028\u200b\u200f\u034f\u3164\u115f\u2764\ufe0f.mp4';
const escapedKey =
  'media/a\\u{202e}\\u{2066}\\u{2028}\\u{200b}\\u{200f}\\u{34f}\\u{3164}\\u{115f}\u2764\ufe0f.mp4';

const register = ['register', 'my-ws/9', '--bucket', 'films-media', '--dry-run'];

test.each([
  ['a list is named so', ['watch', '--from', steering, '--dry-run'], 'my-ws/1/x'],
  ['an empty one is', ['watch', '--from', steering], ''],
  ['an empty file of keys is', [...register, '--from', steering], ''],
  ['a file of keys is', [...register, '--from', steering], 'media/\nmedia/film'],
  ['the system names it so', ['watch', '--from', 'x'], new Error(`ENOENT: ${steering}`)],
  ['it names a file of keys so', [...register, '--from', 'x'], new Error(`ENOENT: ${steering}`)],
  ['a word is', ['watch', steering], ''],
  ['an option is', ['watch', `--${steering}`], ''],
])('nothing that a terminal would carry out reaches it where %s', async (_where, typed, file) => {
  const { lines, errors } = await run(typed, file);
  const said = [...lines, ...errors];
  expect(said.join()).toContain(escaped);
  for (const line of said) expect(line).not.toMatch(/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
});

test('an object key is escaped for a person, and whole for a script', async () => {
  expect((await run([...register, steeringKey], '')).lines).toEqual([
    `s3://films-media/${escapedKey}  my-ws/9  would be registered`,
  ]);
  const { lines } = await run([...register, steeringKey, '--json'], '');
  expect(lines.map((line) => (JSON.parse(line) as { key: string }).key)).toEqual([steeringKey]);
  expect(lines.join()).toContain(steeringKey);
});

test('the help is said in lines', async () => {
  const { lines } = await run(['--help'], '');
  expect(lines.length).toBeGreaterThan(40);
  expect(lines.join()).not.toMatch(/\n|\\u/);
});

test('a name that is too long is said to be cut', async () => {
  const { errors } = await run(
    ['watch', '--from', '-', '--dry-run'],
    `ref,label\nmy-ws/1/5,${'긴'.repeat(300)}`,
  );
  expect(errors.join()).toContain(words.en.add.shortened(countOf(1, 'en')));
});

test('a file that cannot be read is told with its reason, and ends with 2', async () => {
  const { code, errors } = await run(
    ['watch', '--from', 'list.csv', '--dry-run'],
    new Error('ENOENT: no such file'),
  );
  expect([code, ...errors]).toEqual([2, 'import-watch: Couldn’t read list.csv: ENOENT: no such file']);
});

const many = Array.from({ length: limits.addAtOnce + 1 }, (_, index) => `my-ws/1/${index + 1}`).join('\n');

test.each([
  ['has too many assets', many, /:10001: Not recognized: 10001 · Too many/],
  ['is too long', 'my-ws/1/5\n'.repeat(limits.pasteLength / 10 + 1), /too long/],
  ['is no text', Uint8Array.from([1, 0, 0, 2, 0, 0, 0, 3, 9]), /text file/],
])('a list that %s is not watched in part, nor with what stands beside it', async (_what, file, why) => {
  const { code, errors } = await run(['watch', 'my-ws/1/5', '--from', 'list.csv', '--wait'], file);
  expect(errors.join('\n')).toMatch(why);
  expect(errors.at(-1)).toMatch(/Nothing was sent/);
  expect(code).toBe(2);
  expect((await run(['watch', '--from', 'list.csv', '--dry-run'], file)).code).toBe(2);
});

test.each([
  ['is too long', Buffer.alloc(limits.fileBytes + 1, 'media/film.mp4\n'), /too long/],
  ['is no text', Uint8Array.from([1, 0, 0, 2, 0, 0, 0, 3, 9]), /text file/],
])(
  'of a file of object keys that %s none is registered, nor what stands beside it',
  async (_what, file, why) => {
    const words = [
      'register',
      'my-ws/9',
      'a.mp4',
      '--from',
      'keys.txt',
      '--bucket',
      'films-media',
      '--dry-run',
    ];
    const { code, lines, errors } = await run(words, file);
    expect({ code, lines }).toEqual({ code: 2, lines: [] });
    expect(errors.join('\n')).toMatch(why);
  },
);
