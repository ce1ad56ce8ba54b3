import type { WebContents } from 'electron';
import type { FetchPort } from '../../mi/exchange.ts';
import { runtimeName } from '../help/this-computer.ts';
import { networkChecks } from './network-checks.ts';
import { pageChecks } from './page-checks.ts';
import { exitCodeOf, runChecks } from './self-check.ts';
import { systemChecks, type SystemPorts } from './system-checks.ts';

export interface CheckPorts extends SystemPorts {
  readonly contents: () => WebContents | null;
  /** The address of the window. */
  readonly home: string;
  readonly fetch: FetchPort;
  readonly print: (line: string) => void;
}

/** All checks of the running app: prints a line for each, then the report for programs; the exit code. */
export async function checkApp(ports: CheckPorts): Promise<number> {
  const { platform, contents, home, fetch, print } = ports;
  const report = await runChecks(
    [...systemChecks(ports), ...pageChecks(contents, home), ...networkChecks(fetch)],
    { runtime: runtimeName(), platform: `${platform} ${process.arch}` },
    print,
  );
  print(JSON.stringify(report));
  return exitCodeOf(report);
}
