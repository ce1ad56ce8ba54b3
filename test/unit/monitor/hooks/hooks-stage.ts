import type { Delivered, DeliveryFault, Hook } from '../../../../main/model/hook.ts';
import type { Effect } from '../../../../main/monitor/kernel/effects.ts';
import { createStage, ofKind, type Stage } from '../stage.ts';

export const program: Hook = {
  id: 'h1',
  scope: { kind: 'account', account: 'a1' },
  events: ['completed', 'failed', 'all-done'],
  target: { kind: 'program', path: '/opt/tell.sh' },
};
export const webhook: Hook = {
  ...program,
  target: { kind: 'webhook', origin: 'https://hooks.example', shape: 'slack' },
};
/** One delivery an import. */
export const oneEach: Hook = { ...webhook, events: ['completed'] };
export const minute = 60_000;
export const hour = 60 * minute;

export function importing(
  assetIds: readonly number[],
  hooks: readonly Hook[],
  options?: { saves: boolean },
): Stage {
  const stage = createStage({ hooks }, { lists: false, ...options });
  stage.ready();
  stage.add(...assetIds);
  for (const assetId of assetIds) stage.askAndAnswer(assetId, 'IN_PROGRESS');
  return stage;
}

export const sent = (effects: readonly Effect[]) =>
  ofKind(effects, 'deliver').map(({ delivery }) => delivery);
export const events = (effects: readonly Effect[]) => sent(effects).map(({ event }) => event);
export const outcome = (fault: DeliveryFault | null, retryAfterMs: number | null = null): Delivered => ({
  result: { fault, figure: null, detail: null },
  retryAfterMs,
});
/** What is on its way comes to this end. */
export function end(stage: Stage, came: readonly Effect[], delivered = outcome(null)): readonly Effect[] {
  return sent(came).flatMap(({ id }) => stage.send({ kind: 'delivered', delivery: id, ...delivered }));
}
export const fates = ({ state }: Stage) => [...state.deliveries.values()].map(({ fate }) => fate.kind);
