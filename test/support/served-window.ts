import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Page } from '@playwright/test';

/** An address that nothing on the network answers: every request is answered from a folder. */
const origin = 'http://window.test';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Opens the page of a built window from `folder`; the address is http, because a module does not load from a file. */
export async function openServed(page: Page, folder: string, path = '/index.html'): Promise<void> {
  await page.route(`${origin}/**`, async (route) => {
    const file = join(folder, new URL(route.request().url()).pathname);
    if (!existsSync(file)) await route.fulfill({ status: 404 });
    else await route.fulfill({ body: readFileSync(file), contentType: types[extname(file)] ?? '' });
  });
  await page.goto(`${origin}${path}`);
}
