import { expect, it } from 'vitest';
import { createClient } from '../../main/mi/client.ts';
import { allFaults } from './faults.ts';
import { epoch } from './honest-answer.ts';
import { createNetwork } from './network.ts';
import { createChance } from './random.ts';
import { createService, firstProject, keyOf, workspace } from './service.ts';
import { createTimeline } from './timeline.ts';

it.each(Object.entries(allFaults))('%s is what it says to the client', async (name, fault) => {
  const timeline = createTimeline();
  const chance = createChance(7, name);
  const service = createService(timeline.now, chance, {
    unfinished: 'bare',
    showsFailed: false,
    newestFirst: false,
    byId: false,
    shuffles: 0,
    onPage: 1_000,
    lie: null,
  });
  service.register('a1', 1);
  const network = createNetwork({
    ...{ timeline, service, chance },
    ...{ met: () => {}, listed: () => {}, took: () => {} },
  });
  network.beginTrouble({ until: Infinity, account: null, assetId: null, of: null, fault: name });
  const client = createClient({
    fetch: network.fetchFor('a1', () => true),
    now: () => epoch + timeline.now(),
    credentials: () => ({ accessKey: keyOf(1), secretKey: 'secret' }),
    apiUrl: 'http://simulated.invalid',
    startTimeout: network.timeouts.start,
  });
  const reference = { workspace, projectId: firstProject, assetId: 1 };
  const asked = client.importStatus(reference, new AbortController().signal);
  await timeline.playUntil(60_000);
  const outcome = await asked;
  expect(outcome.kind === 'problem' ? outcome.problem.kind : outcome.kind).toBe(fault.means);
});
