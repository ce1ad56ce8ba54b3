import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Far over what any test takes: a machine that does other work must not fail one. */
const testTimeout = 30_000;

/** In a fresh clone nothing is known of how long files take, and the longest, the simulation's, would begin last, beside an idle core. */
class StoriesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const hasStories = ({ moduleId }: TestSpecification) => moduleId.includes('/test/simulation/');
    return [...sorted.filter(hasStories), ...sorted.filter((file) => !hasStories(file))];
  }
}

/**
 * `isolate: false` where it stands: a process of its own for each of 200 files cost two thirds of the CPU. What a test changes outside
 * itself it puts back.
 */
export default defineConfig({
  test: {
    // One less than the cores is the default: of two, the tests that wait would keep one idle.
    maxWorkers: '100%',
    sequence: { sequencer: StoriesFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/simulation/**/*.test.ts'],
          environment: 'node',
          testTimeout,
          isolate: false,
        },
      },
      {
        plugins: [svelte(), svelteTesting()],
        test: {
          name: 'component',
          include: ['test/component/**/*.test.ts'],
          environment: 'jsdom',
          testTimeout,
          setupFiles: ['test/component/support/idle.ts', 'test/component/support/dialogs.ts'],
          isolate: false,
        },
      },
      {
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
