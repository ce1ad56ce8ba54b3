import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { drawPlan } from '../test/simulation/draw-plan.ts';
import { shrinkPlan } from '../test/simulation/shrink.ts';
import { playStory } from '../test/simulation/story.ts';
import { tellPlan, tellStory, tellViolation } from '../test/simulation/tell-story.ts';
import { playSeeds } from './simulation/play-seeds.ts';
import { tellTotals } from './simulation/tell-totals.ts';

/**
 * `npm run simulate -- --seeds 20000` plays that many stories, `--from` the first seed. `--seed 7` tells one story line by
 * line, and `--shrink` makes it as short as it can be while it breaks the same law. Exit code 1 where a law was broken.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    shrink: { type: 'boolean', default: false },
  },
});

if (values.seed === undefined)
  await playMany(numberOf('--from', values.from), numberOf('--seeds', values.seeds));
else await playOne(numberOf('--seed', values.seed), values.shrink);

async function playMany(from: number, count: number): Promise<void> {
  const startedAt = performance.now();
  const totals = await playSeeds(from, count, availableParallelism());
  console.log(tellTotals(totals, performance.now() - startedAt).join('\n'));
  if (totals.broken.length === 0) return;
  process.exitCode = 1;
  const broken = totals.broken.toSorted((one, other) => one.seed - other.seed);
  for (const { seed, violation } of broken.slice(0, 20))
    console.log(`seed ${seed}: ${tellViolation(violation)}`);
  console.log('');
  await playOne(broken[0]!.seed, true);
}

async function playOne(seed: number, shrinks: boolean): Promise<void> {
  const whole = drawPlan(seed);
  const lawOf = async (plan: typeof whole) => (await playStory(plan)).violations[0]?.law ?? null;
  const isShrunk = shrinks && (await lawOf(whole)) !== null;
  const plan = isShrunk ? await shrinkPlan(whole, lawOf) : whole;
  console.log(`seed ${seed}${isShrunk ? ', as short as it can be' : ''}`);
  console.log([...tellPlan(plan), '', ...(await tellStory(plan))].join('\n'));
  if ((await lawOf(plan)) !== null) process.exitCode = 1;
}

function numberOf(name: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  console.error(`${name} takes a whole number, not ${text}`);
  process.exit(2);
}
