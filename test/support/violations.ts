import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe finds wrong with the page as it is. */
export async function violations(page: Page): Promise<readonly string[]> {
  // The legacy mode needs no second page, which an Electron window cannot open.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const found = await axe.analyze();
  // A page that could not be looked into has no violations either.
  expect(found.passes.map(({ id }) => id)).toContain('color-contrast');
  return found.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join('\n')}`,
  );
}
