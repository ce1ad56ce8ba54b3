import { parentPort, workerData } from 'node:worker_threads';
import type { Job } from './job.ts';
import { loadWithMutation } from './load-with-mutation.ts';
import { addStory, noTotals } from './totals.ts';

/** Plays one job in a thread of its own and hands the totals over. */
const { from, count, mutation, stopAtFirst } = workerData as Job;
if (mutation !== null) loadWithMutation(mutation);
// Only now, so that the fault is in what is loaded.
const { drawPlan } = await import('../../test/simulation/draw-plan.ts');
const { playStory } = await import('../../test/simulation/story.ts');

const totals = noTotals();
for (let seed = from; seed < from + count; seed += 1) {
  addStory(totals, await playStory(drawPlan(seed)));
  if (stopAtFirst && totals.broken.length > 0) break;
}
parentPort!.postMessage(totals);
