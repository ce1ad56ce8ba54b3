import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lookForKeys, takeKeysOut } from '../../../../main/adapters/keys/found-keys.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

function homeWith(text: string | Buffer): string {
  const home = temporaryFolder();
  mkdirSync(join(home, '.ncloud'));
  writeFileSync(join(home, '.ncloud', 'configure'), text);
  return home;
}

async function find(environment: Record<string, string>, home: string | null = '/nowhere') {
  const places = await lookForKeys({ environment, home });
  return places
    .filter((place) => place.kind === 'keys')
    .map(({ source, accessKey, secretKey }) => ({ source, accessKey, secretKey }));
}

test.for([
  ['NCLOUD_ACCESS_KEY', 'NCLOUD_SECRET_KEY'],
  ['NCLOUD_ACCESS_KEY_ID', 'NCLOUD_SECRET_ACCESS_KEY'],
])('%s and %s are found in the environment', async ([access, secret]) => {
  expect(await find({ [access!]: 'id', [secret!]: 'key\n' })).toEqual([
    { source: 'environment', accessKey: 'id', secretKey: 'key' },
  ]);
});

test('half a pair and an empty pair are no keys', async () => {
  expect(await find({ NCLOUD_ACCESS_KEY: 'id' })).toEqual([]);
  expect(await find({ NCLOUD_ACCESS_KEY: '', NCLOUD_SECRET_KEY: ' ' })).toEqual([]);
});

test.for([
  [{ NCLOUD_ACCESS_KEY_ID: 'id', NCLOUD_SECRET_KEY: 'key' }],
  [{ NCLOUD_ACCESS_KEY: 'id', NCLOUD_SECRET_ACCESS_KEY: 'key' }],
  [{ NCLOUD_ACCESS_KEY: 'half', NCLOUD_ACCESS_KEY_ID: 'id', NCLOUD_SECRET_ACCESS_KEY: 'key' }],
])('%j are a pair: a whole row before one key of each', async ([environment]) => {
  expect(await find(environment as Record<string, string>)).toEqual([
    { source: 'environment', accessKey: 'id', secretKey: 'key' },
  ]);
});

test.for([
  [{ NCLOUD_ACCESS_KEY: 'i d', NCLOUD_SECRET_KEY: 'key' }, 'NCLOUD_ACCESS_KEY', 'blank-inside'],
  [{ NCLOUD_ACCESS_KEY: 'id', NCLOUD_SECRET_KEY: 'ke\ny' }, 'NCLOUD_SECRET_KEY', 'line-end-inside'],
  [{ NCLOUD_ACCESS_KEY_ID: 'id' }, 'NCLOUD_SECRET_ACCESS_KEY', 'empty'],
  [{ NCLOUD_ACCESS_KEY: 'id', NCLOUD_SECRET_KEY: ' ' }, 'NCLOUD_SECRET_KEY', 'empty'],
] as const)('%j: it is said what is wrong, before the next place', async ([environment, place, fault]) => {
  const home = homeWith('ncloud_access_key_id=other\nncloud_secret_access_key=other');
  const [first] = await lookForKeys({ environment, home });
  expect(first).toEqual({ kind: 'unusable', place, field: null, fault });
});

test.for([
  ['ncloud_access_key_id=i d\nncloud_secret_access_key=key', 'accessKey', 'blank-inside'],
  ['ncloud_access_key_id=id\n', 'secretKey', 'empty'],
] as const)('the file with %j: it is said which key is wrong', async ([text, field, fault]) => {
  const home = homeWith(text);
  const places = await lookForKeys({ environment: {}, home });
  expect(places).toEqual([{ kind: 'unusable', place: '~/.ncloud/configure', field, fault }]);
  expect(await find({}, home)).toEqual([]);
});

test.for([
  [
    'as the tool writes it',
    '[DEFAULT]\nncloud_access_key_id = id\nncloud_secret_access_key = key\nncloud_api_url = https://x\n',
  ],
  ['without a profile, without blanks', 'ncloud_access_key_id=id\r\nncloud_secret_access_key=key'],
  [
    'with comments and quotes',
    '# mine\n; too\n[default]\nNCLOUD_ACCESS_KEY="id"\nNCLOUD_SECRET_KEY=\'key\'\n???\n',
  ],
  [
    'with other profiles before',
    '[work]\nncloud_access_key_id=x\nncloud_secret_access_key=y\n[DEFAULT]\nncloud_access_key_id=id\nncloud_secret_access_key=key',
  ],
  ['with another profile only', '[work]\nncloud_access_key_id=id\nncloud_secret_access_key=key'],
])('the file is read %s', async ([, text]) => {
  expect(await find({}, homeWith(text!))).toEqual([
    { source: 'ncloud-configure', accessKey: 'id', secretKey: 'key' },
  ]);
});

test('a base64 secret keeps its padding', async () => {
  const [found] = await find({}, homeWith('ncloud_access_key_id=id\nncloud_secret_access_key=a+/b=='));
  expect(found?.secretKey).toBe('a+/b==');
});

test('the environment comes before the file', async () => {
  const home = homeWith('ncloud_access_key_id=id\nncloud_secret_access_key=key');
  const found = await find({ NCLOUD_ACCESS_KEY: 'one', NCLOUD_SECRET_KEY: 'two' }, home);
  expect(found.map((keys) => keys.source)).toEqual(['environment', 'ncloud-configure']);
});

const around: readonly [what: string, written: (key: string) => string][] = [
  ['double quotes', (key) => `"${key}"`],
  ['single quotes', (key) => `'${key}'`],
  ['back quotes', (key) => `\`${key}\``],
  ['the quotes of a word processor', (key) => `“${key}”`],
  ['quotes inside quotes', (key) => `"'${key}'"`],
  ['blanks and tabs', (key) => `\t ${key} \t`],
  ['blanks inside the quotes', (key) => `" ${key} "`],
  ['a no-break space and a zero-width one', (key) => `\u00a0${key}\u200b`],
  ['a byte order mark', (key) => `\ufeff${key}`],
  ['a carriage return', (key) => `${key}\r`],
  ['a semicolon', (key) => `${key};`],
  ['a comma behind its quotes', (key) => `"${key}",`],
  ['a comment', (key) => `${key}  # of the team`],
  ['a comment behind quotes', (key) => `"${key}" ; of the team`],
];

test.for(around)(
  '%s around a key are no part of it, in the environment and in the file',
  async ([, written]) => {
    const [accessKey, secretKey] = ['AKIAid', 'a+/b=='];
    const environment = { NCLOUD_ACCESS_KEY: written(accessKey), NCLOUD_SECRET_KEY: written(secretKey) };
    expect(await find(environment)).toEqual([{ source: 'environment', accessKey, secretKey }]);
    const lines = [
      `ncloud_access_key_id = ${written(accessKey)}`,
      `ncloud_secret_access_key=${written(secretKey)}`,
    ];
    const file = [{ source: 'ncloud-configure', accessKey, secretKey }];
    expect(await find({}, homeWith(lines.join('\n')))).toEqual(file);
    const exported = lines.map((line) => `export ${line}`).join('\r\n');
    expect(await find({}, homeWith(exported))).toEqual(file);
  },
);

test.for([
  ['UTF-16 LE, as PowerShell writes it', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16 LE without a mark', (text: string) => Buffer.from(text, 'utf16le')],
  ['UTF-16 BE', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
] as const)('a file in %s is read', async ([, encoded]) => {
  const home = homeWith(
    encoded('[DEFAULT]\r\nncloud_access_key_id = id\r\nncloud_secret_access_key = key\r\n'),
  );
  expect(await find({}, home)).toEqual([{ source: 'ncloud-configure', accessKey: 'id', secretKey: 'key' }]);
});

test.for([
  '{"ncloud_access_key_id":"id","ncloud_secret_access_key":"key"}',
  '{\n  "ncloud_access_key_id": "id",\n  "ncloud_secret_access_key": "key"\n}\n',
  '"ncloud_access_key_id" = "id"\n"ncloud_secret_access_key" = "key"',
  '$env:NCLOUD_ACCESS_KEY = "id"\n$env:NCLOUD_SECRET_KEY = "key"',
  'setx NCLOUD_ACCESS_KEY "id"\nsetx NCLOUD_SECRET_KEY "key"',
  'set "NCLOUD_ACCESS_KEY=id"\nset "NCLOUD_SECRET_KEY=key"',
  'set -gx NCLOUD_ACCESS_KEY id\nset -gx NCLOUD_SECRET_KEY key',
  'declare -x NCLOUD_ACCESS_KEY="id"\ndeclare -x NCLOUD_SECRET_KEY="key"',
  'export ncloud_access_key_id=id; export ncloud_secret_access_key=key',
])('a file as other programs and shells write it is read: %s', async (text) => {
  expect(await find({}, homeWith(text))).toEqual([
    { source: 'ncloud-configure', accessKey: 'id', secretKey: 'key' },
  ]);
});

test.for([
  ...['$KEY', '${KEY}', '"$KEY"', '%KEY%', '!KEY!', '$env:KEY', '$(pass show key)', '${{ secrets.KEY }}'],
  ...['{{ key }}', '<your-secret-key>', '********', 'op://vault/key'],
])('the name of a variable or what stands for a key is none: %s', async (key) => {
  const unusable = { kind: 'unusable', fault: 'unexpanded' };
  const environment = { NCLOUD_ACCESS_KEY: 'id', NCLOUD_SECRET_KEY: key };
  expect(await lookForKeys({ environment, home: null })).toMatchObject([
    { ...unusable, place: 'NCLOUD_SECRET_KEY' },
  ]);
  const home = homeWith(`ncloud_access_key_id=id\nncloud_secret_access_key=${key}`);
  expect(await lookForKeys({ environment: {}, home })).toMatchObject([{ ...unusable, field: 'secretKey' }]);
});

describe('a file that is there and cannot be used is said to be so', () => {
  const look = (home: string) => lookForKeys({ environment: {}, home });
  const file = { kind: 'unusable', place: '~/.ncloud/configure', field: null };

  test('a folder', async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, '.ncloud/configure'), { recursive: true });
    expect(await look(home)).toEqual([{ ...file, fault: 'is-a-folder' }]);
  });

  test('a pipe, at which reading would wait for ever', async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, '.ncloud'));
    execFileSync('mkfifo', [join(home, '.ncloud/configure')]);
    expect(await look(home)).toEqual([{ ...file, fault: 'is-no-file' }]);
  });

  test('a link that leads round in a circle', async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, '.ncloud'));
    symlinkSync('configure', join(home, '.ncloud/configure'));
    expect(await look(home)).toEqual([{ ...file, fault: 'not-readable' }]);
  });

  test('a link that leads nowhere', async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, '.ncloud'));
    symlinkSync('moved', join(home, '.ncloud/configure'));
    expect(await look(home)).toEqual([{ ...file, fault: 'is-no-file' }]);
  });

  test('a text without keys, and no text at all', async () => {
    for (const text of ['', 'hello', '[DEFAULT]\nregion = KR'])
      expect(await look(homeWith(text)), text).toEqual([{ ...file, fault: 'no-keys-inside' }]);
  });
});

test('where there is no such file, no such folder or no home, there is nothing to say', async () => {
  const home = temporaryFolder();
  expect(await lookForKeys({ environment: {}, home })).toEqual([]);
  writeFileSync(join(home, '.ncloud'), 'a file');
  expect(await lookForKeys({ environment: {}, home })).toEqual([]);
  expect(await lookForKeys({ environment: {}, home: null })).toEqual([]);
});

test('a file that others can read is used, and known as such', async () => {
  const home = homeWith('ncloud_access_key_id=id\nncloud_secret_access_key=key');
  const path = join(home, '.ncloud/configure');
  for (const [mode, isOpenToOthers] of [
    [0o644, true],
    [0o640, true],
    [0o600, false],
  ] as const) {
    chmodSync(path, mode);
    expect(await lookForKeys({ environment: {}, home })).toMatchObject([{ isOpenToOthers }]);
  }
});

test('the keys are taken out of what programs that are started inherit, and nothing else is', () => {
  const given = {
    NCLOUD_ACCESS_KEY: '1',
    NCLOUD_SECRET_KEY: '2',
    NCLOUD_ACCESS_KEY_ID: '3',
    NCLOUD_SECRET_ACCESS_KEY: '4',
    PATH: '/bin',
  };
  const before = { ...given };
  expect(takeKeysOut(given)).toEqual(before);
  expect(given).toEqual({ PATH: '/bin' });
});
