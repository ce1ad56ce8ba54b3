import type { PowerMonitor } from 'electron';
import type { RunnerEvent } from '../runner/runner.ts';

/**
 * Tells the monitor of sleep and wake. An unlock counts as a wake: after some sleeps it is the only thing that is reported, and being
 * told twice does no harm.
 */
export function watchPower(
  powerMonitor: Pick<PowerMonitor, 'on'>,
  dispatch: (event: RunnerEvent) => void,
): void {
  powerMonitor.on('suspend', () => dispatch({ kind: 'suspended' }));
  powerMonitor.on('resume', () => dispatch({ kind: 'resumed' }));
  powerMonitor.on('unlock-screen', () => dispatch({ kind: 'resumed' }));
}
