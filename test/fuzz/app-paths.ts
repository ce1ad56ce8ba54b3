import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { answer } from '../../main/security/app-protocol.ts';
import { anyText, ensure, fuzzTarget } from './target.ts';

const inside = 'INSIDE';
const folder = mkdtempSync(join(tmpdir(), 'import-watch-fuzz-'));
const root = join(folder, 'window');
mkdirSync(join(root, 'assets'), { recursive: true });
for (const name of ['index.html', 'assets/main.js', 'assets/main.css'])
  writeFileSync(join(root, name), inside);
for (const name of ['secret.html', 'secret.js']) writeFileSync(join(folder, name), 'OUTSIDE');
mkdirSync(join(folder, 'window-beside'));
writeFileSync(join(folder, 'window-beside/index.html'), 'OUTSIDE');
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const part = fc.oneof(
  fc.constantFrom(
    '..',
    '.',
    '%2e%2e',
    '%2E.',
    '.%2e',
    '%252e%252e',
    '%2f',
    '%5c',
    '\\',
    '/',
    '//',
    '%00',
    'C:',
  ),
  fc.constantFrom(
    'index.html',
    'assets',
    'main.js',
    'secret.html',
    'secret.js',
    'window',
    'window-beside',
    '?',
    '#',
  ),
  fc.constantFrom(encodeURIComponent(folder), folder, 'file:', '%c0%ae%c0%ae', '%uff0e', '\uff0e\uff0e'),
  anyText,
);
const start = fc.constantFrom('app://bundle', 'app://bundle:80', 'app://other', 'app:', 'app://u:p@bundle');
const address = fc
  .tuple(start, fc.array(fc.tuple(part, fc.constantFrom('', '/', '%2f')), { maxLength: 8 }))
  .map(([before, parts]) => `${before}/${parts.flat().join('')}`);

/** Addresses that a page can ask of the app itself. */
export const appPaths = fuzzTarget(
  'app:// paths',
  fc.record({ address, method: fc.constantFrom('GET', 'GET', 'GET', 'POST', 'HEAD') }),
  async ({ address: url, method }) => {
    if (!URL.canParse(url)) return;
    const response = await answer(root, { url, method });
    ensure([200, 403, 404].includes(response.status), 'another status');
    ensure(response.headers.has('content-security-policy'), 'an answer without the policy');
    if (response.status === 200) ensure((await response.text()) === inside, 'a file from outside');
  },
);
