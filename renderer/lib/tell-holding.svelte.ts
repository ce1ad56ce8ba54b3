import type { Bridge, Holding } from '../../main/contract.ts';

/** Tells main when the page comes to hold this, and when it no longer does. Called as a component is set up. */
export function tellHolding({ request }: Bridge, holding: Holding, isHeld: () => boolean): void {
  let told = false;
  $effect(() => {
    const held = isHeld();
    if (held !== told) void request.holds({ holding: held ? holding : 'nothing' });
    told = held;
  });
}
