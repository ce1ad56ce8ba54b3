import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { findChromium } from '../stand-in/rooms/chromium.ts';
import { report, type Figures } from './figures.ts';
import { buildPages } from './window/build-pages.ts';
import { courses, type Course, type Measure } from './window/courses.ts';
import { openServed } from '../support/served-window.ts';
import { manyRowsSnapshot } from './window/ten-thousand-rows.ts';
import { threadTimeOf, type ThreadTime } from './window/thread-time.ts';

/**
 * The window with ten thousand rows in Chromium, each act by the time that the page's thread works for it, so that a busy machine counts
 * little. Loading the page and its scripts before the first paint is in `start`.
 */
const rows = 10_000;
const narrow = { width: 420, height: 640 };

const folder = mkdtempSync(join(tmpdir(), 'import-watch-bench-'));
try {
  await buildPages(folder);
  const executablePath = findChromium();
  if (executablePath === null)
    throw new Error('There is no Chromium. `node tools/set-up.ts e2e` says what to install.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const taken = new Map<Measure, ThreadTime[]>();
  for (const course of courses)
    for (let count = 0; count < course.times; count += 1) await follow(browser, course, taken);
  await browser.close();
  report('window', [...taken].map(figuresOf));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function follow(browser: Browser, course: Course, taken: Map<Measure, ThreadTime[]>): Promise<void> {
  const page = await open(browser, course);
  const threadTime = await threadTimeOf(page);
  for (const step of course.steps) {
    if (typeof step === 'string') {
      await perform(page, step);
      continue;
    }
    const times = taken.get(step) ?? [];
    taken.set(step, times);
    for (const act of step.acts) {
      const before = await threadTime();
      await perform(page, act);
      const after = await threadTime();
      times.push({ scripts: after.scripts - before.scripts, all: after.all - before.all });
    }
  }
  await page.close();
}

async function open(browser: Browser, { amounts = {}, viewport = narrow }: Course): Promise<Page> {
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
  const snapshot = JSON.stringify(manyRowsSnapshot({ rows, ...amounts }, Date.now()));
  await page.addInitScript(
    `globalThis.benchSnapshot = ${snapshot};\n${readFileSync(join(folder, 'scripts/bridge.js'), 'utf8')}`,
  );
  await openServed(page, folder, '/window/index.html');
  await page.evaluate(`import('/scripts/acts.js').then((acts) => (globalThis.acts = acts))`);
  return page;
}

function perform(page: Page, act: string): Promise<unknown> {
  return page.evaluate(`acts.${act}`);
}

function figuresOf([{ what, goal, of }, taken]: readonly [Measure, readonly ThreadTime[]]): Figures {
  const figures = (part: keyof ThreadTime) => taken.map((each) => each[part]);
  return {
    what,
    'goal, ms': goal,
    of,
    'scripts: median': share(figures('scripts'), 0.5),
    'scripts: 95 %': share(figures('scripts'), 0.95),
    'all: median': share(figures('all'), 0.5),
    'all: 95 %': share(figures('all'), 0.95),
  };
}

/** The value that this share of them does not exceed, to a tenth. */
function share(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return Math.round((sorted[Math.ceil(sorted.length * part) - 1] ?? NaN) * 10) / 10;
}
