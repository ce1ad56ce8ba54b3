import { Worker } from 'node:worker_threads';
import type { Job } from './job.ts';
import { addTotals, noTotals, type Totals } from './totals.ts';

/** Plays jobs in that many threads at once; `played` gets what each came to, in the order in which they end. */
export async function playJobs<OneJob extends Job>(
  jobs: readonly OneJob[],
  threads: number,
  played: (job: OneJob, totals: Totals) => void,
): Promise<void> {
  const waiting = [...jobs];
  const work = async () => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) played(job, await playJob(job));
  };
  await Promise.all(Array.from({ length: threads }, work));
}

/** Plays the seeds from `from` on. */
export async function playSeeds(from: number, count: number, threads: number): Promise<Totals> {
  const size = Math.min(1_000, Math.ceil(count / threads));
  const jobs = Array.from({ length: Math.ceil(count / size) }, (_, index) => ({
    from: from + index * size,
    count: Math.min(size, count - index * size),
    mutation: null,
    stopAtFirst: false,
  }));
  const totals = noTotals();
  await playJobs(jobs, threads, (_, more) => addTotals(totals, more));
  return totals;
}

function playJob(job: Job): Promise<Totals> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: job });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`a thread ended with exit code ${code}`)));
  });
}
