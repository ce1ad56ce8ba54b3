import { isStandIn, runtimeFolder } from './runtime.ts';

/** The first line of a run: a green run means different things on each. */
export default function sayRuntime(): void {
  console.log(
    isStandIn()
      ? 'e2e on the stand-in (real Chromium, no real Electron; see test/stand-in/README.md)'
      : `e2e on Electron in ${runtimeFolder()}`,
  );
}
