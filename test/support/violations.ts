import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type Axe from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with the page as it is. The page has no frames, which axe would have to be brought into one by one. */
export async function violations(page: Page): Promise<readonly string[]> {
  // Half a megabyte, which is brought into a document once: it took more CPU than what axe does.
  if (await page.evaluate('typeof axe === "undefined"')) await page.evaluate(source);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof Axe };
    const { passes, violations } = await axe.run({ resultTypes: ['violations'] });
    return {
      passed: passes.map(({ id }) => id),
      violations: violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join('\n')}`,
      ),
    };
  });
  // A page that could not be looked into has no violations either.
  expect(found.passed).toContain('color-contrast');
  return found.violations;
}
