import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  globalSetup: './test/support/say-runtime.ts',
  workers: 2,
  fullyParallel: true,
  // A test that passes at the second try hides a race.
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  timeout: 60_000,
  outputDir: 'test-results',
});
