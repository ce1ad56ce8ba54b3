import type { PowerMonitor } from 'electron';

/** Tells of sleep and wake. An unlock counts as a wake: after some sleeps nothing else is reported, and telling twice does no harm. */
export function watchPower(
  powerMonitor: Pick<PowerMonitor, 'on'>,
  tell: (event: { readonly kind: 'suspended' | 'resumed' }) => void,
): void {
  powerMonitor.on('suspend', () => tell({ kind: 'suspended' }));
  powerMonitor.on('resume', () => tell({ kind: 'resumed' }));
  powerMonitor.on('unlock-screen', () => tell({ kind: 'resumed' }));
}
