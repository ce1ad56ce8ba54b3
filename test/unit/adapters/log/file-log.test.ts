import { readdirSync, readFileSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFileLog } from '../../../../main/adapters/log/file-log.ts';
import { createSecretRegister } from '../../../../main/adapters/log/redact.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const secret = 'canary/Secret+Key=="quoted"';

test('an event and its fields stand on one line, in a file that only its owner may read', () => {
  const folder = temporaryFolder();
  createFileLog({ folder, redact: (text) => text }).warn('started', { watches: 3 });
  expect(readFileSync(join(folder, 'main.log'), 'utf8')).toMatch(
    /^\d{4}-\S+ warn started \{"watches":3\}\n$/,
  );
  expect(statSync(join(folder, 'main.log')).mode & 0o777).toBe(0o600);
});

test('a log that others could read is private again, and a link in its place is not written through', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'main.log');
  writeFileSync(file, 'old\n', { mode: 0o644 });
  createFileLog({ folder, redact: (text) => text }).warn('started', {});
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const [another, precious] = [temporaryFolder(), join(folder, 'precious')];
  writeFileSync(precious, 'precious');
  symlinkSync(precious, join(another, 'main.log'));
  createFileLog({ folder: another, redact: (text) => text }).warn('started', {});
  expect(readFileSync(precious, 'utf8')).toBe('precious');
  expect(readFileSync(join(another, 'main.log'), 'utf8')).toContain('started');
});

test('a guarded secret is in no line: not in fields, messages, stacks, causes or encoded', () => {
  const folder = temporaryFolder();
  const register = createSecretRegister();
  register.guard(secret);
  const log = createFileLog({ folder, redact: register.redact });
  const encoded = [encodeURIComponent(secret), Buffer.from(secret).toString('base64')];
  log.warn(`key ${secret}`, { a: secret, b: encoded.join(' '), c: Buffer.from(secret).toString('hex') });
  log.error('failed', new Error(`with ${secret}`, { cause: new Error(`by ${secret}`) }));
  log.error('failed', secret);
  const text = readFileSync(join(folder, 'main.log'), 'utf8');
  expect(text).toContain('[removed]');
  expect(text).toContain('caused by');
  for (const form of ['canary', ...encoded, Buffer.from(secret).toString('hex')])
    expect(text).not.toContain(form);
});

test('a fault with a file of the person does not name it, nor where it is', () => {
  const folder = temporaryFolder();
  const log = createFileLog({ folder, redact: (text) => text });
  const [from, to] = [join(folder, 'autumn_ep01.csv'), join(folder, 'autumn_ep02.csv')];
  let fault: unknown;
  try {
    renameSync(from, to);
  } catch (error) {
    fault = error;
  }
  log.error('failed', new Error('not exported', { cause: fault }));
  const text = readFileSync(join(folder, 'main.log'), 'utf8');
  expect(text).toContain('ENOENT');
  expect(text).not.toContain('autumn');
  expect(text).not.toContain(folder);
});

test('the headers of a signed request are taken out, whatever their values', () => {
  const { redact } = createSecretRegister();
  const text = redact(
    '{"x-ncp-iam-access-key":"AKIA1","x-ncp-apigw-signature-v2": "c2ln"} Authorization=Basic',
  );
  expect(text).not.toMatch(/AKIA1|c2ln|Basic/);
});

test.for([
  'Authorization: Bearer eyJhbGciOi.J9.abc-_x',
  '{"authorization":"Bearer eyJhbGciOi.J9.abc-_x"}',
  JSON.stringify({ header: '"Proxy-Authorization": "Basic eyJhbGciOi=="' }),
  'sent with bearer eyJhbGciOi.J9.abc-_x to',
  'Basic eyJhbGciOi==',
  'Cookie: session=eyJhbGciOi',
])('a token is taken out wherever it stands: %s', (line) => {
  expect(createSecretRegister().redact(line)).not.toContain('eyJhbGciOi');
});

test.for([
  `AWS4-HMAC-SHA256 Credential=A/20261124/kr-standard/s3/aws4_request, Signature=${'5a'.repeat(32)}`,
  `https://kr.object.ncloudstorage.com/films?X-Amz-Signature=${'5a'.repeat(32)}&a=b`,
])('a signature of Object Storage is taken out: %.30s', (line) => {
  expect(createSecretRegister().redact(line)).not.toContain('5a5a');
});

test('words that only look like a scheme stay', () => {
  const line = 'a basic fault of the bearer';
  expect(createSecretRegister().redact(line)).toBe(line);
});

test('the log is bounded: two files of a megabyte', () => {
  const folder = temporaryFolder();
  const log = createFileLog({ folder, redact: (text) => text });
  for (let count = 0; count < 400; count += 1) log.warn('long', { text: 'x'.repeat(10_000) });
  expect(readdirSync(folder).toSorted()).toEqual(['main.log', 'main.old.log']);
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size).toBeLessThan(1_060_000);
});
