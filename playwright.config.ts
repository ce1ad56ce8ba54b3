import { defineConfig } from '@playwright/test';
import { findChromium } from './test/stand-in/rooms/chromium.ts';

// On CI a missing browser must fail; elsewhere the set-up has said in one line what to install.
const cannotRun = !process.env['CI'] && findChromium() === null;

export default defineConfig({
  testDir: 'test/e2e',
  ...(cannotRun && { testIgnore: '**/*' }),
  globalSetup: './test/support/say-runtime.ts',
  // More than two cores' worth: most of a test is waiting for banners and processes.
  workers: 3,
  fullyParallel: true,
  // A test that passes at the second try hides a race.
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  timeout: 120_000,
  // A guard against hanging: how quick something is shows in the benchmarks, and CI may be a slow machine.
  expect: { timeout: 20_000 },
  outputDir: 'test-results',
  snapshotPathTemplate: '{testDir}/looks/{arg}{ext}',
});
