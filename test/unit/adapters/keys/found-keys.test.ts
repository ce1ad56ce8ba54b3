import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findKeys, lookForKeys } from '../../../../main/adapters/keys/found-keys.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

function homeWith(text: string): string {
  const home = temporaryFolder();
  mkdirSync(join(home, '.ncloud'));
  writeFileSync(join(home, '.ncloud', 'configure'), text);
  return home;
}

const find = (environment: Record<string, string>, home = '/nowhere') =>
  findKeys({ environment, home, readFile: (path) => readFile(path, 'utf8') });

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
  const [first] = await lookForKeys({ environment, home, readFile: (path) => readFile(path, 'utf8') });
  expect(first).toEqual({ kind: 'unusable', place, field: null, fault });
});

test.for([
  ['ncloud_access_key_id=i d\nncloud_secret_access_key=key', 'accessKey', 'blank-inside'],
  ['ncloud_access_key_id=id\n', 'secretKey', 'empty'],
] as const)('the file with %j: it is said which key is wrong', async ([text, field, fault]) => {
  const home = homeWith(text);
  const places = await lookForKeys({ environment: {}, home, readFile: (path) => readFile(path, 'utf8') });
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
