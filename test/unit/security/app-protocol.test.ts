import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../../../main/security/app-protocol.ts';

let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'window-'));
  await writeFile(join(root, 'index.html'), '<!doctype html>');
  await writeFile(join(root, 'secrets.json'), '{}');
});
afterAll(() => rm(root, { recursive: true }));

const ask = (url: string, method = 'GET') => answer(root, { url, method });

describe('the app:// protocol', () => {
  it('serves the window with its policy', async () => {
    const response = await ask('app://bundle/index.html');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe-inline');
    expect(await response.text()).toBe('<!doctype html>');
  });

  it.each([
    ['another host', 'app://other/index.html', 'GET', 403],
    ['another method', 'app://bundle/index.html', 'POST', 403],
    ['a file that is not there', 'app://bundle/none.js', 'GET', 404],
    ['a kind of file that the window has none of', 'app://bundle/secrets.json', 'GET', 404],
    ['a way out', 'app://bundle/..%2f..%2fetc/passwd', 'GET', 404],
  ])('refuses %s, and says the policy even then', async (_what, url, method, status) => {
    const response = await ask(url, method);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
  });
});
