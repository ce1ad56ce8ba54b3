import type { Bridge } from '../../main/contract.ts';

declare global {
  interface Window {
    readonly importWatch: Bridge;
  }
}

/** The one way out of the window; `preload.ts` puts it there before any script of the page runs. */
export function windowBridge(): Bridge {
  return window.importWatch;
}
