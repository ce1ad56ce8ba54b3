import { limits, type Bridge } from '../../main/contract.ts';

/** A fault that comes again and again is told often enough by then. */
const toldAtMost = 10;

/** Has main log and tell what goes wrong in the window. */
export function tellFaults({ request }: Bridge): void {
  let told = 0;
  function tell(fault: unknown): void {
    // Chromium also reports, without an error, that a layout took two frames.
    if (!fault || told++ >= toldAtMost) return;
    const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    // Where even this fails, main is not there to be told of that either.
    request.tellFault({ fault: text.slice(0, limits.faultLength) }).catch(() => undefined);
  }
  window.addEventListener('error', ({ error }) => tell(error));
  window.addEventListener('unhandledrejection', ({ reason }) => tell(reason));
}
