import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import type { ResponseOf, Snapshot } from '../../contract.ts';
import { copyText, type ClipboardPort } from '../../desk/clipboard.ts';
import type { HelpHandlers } from '../../desk/requests.ts';
import type { PastProblem } from './problem-history.ts';
import { reportText } from './report.ts';

export interface HelpPorts {
  readonly now: () => number;
  readonly clipboard: ClipboardPort;
  readonly snapshot: () => Snapshot;
  readonly computer: () => Readonly<Record<string, string>>;
  readonly problems: () => readonly PastProblem[];
  /** Takes out what no text may carry: see main/adapters/log/redact.ts. */
  readonly redact: (text: string) => string;
  /** Opens the folder of the log in the system's file manager; true where it could. */
  readonly openLogFolder: () => Promise<boolean>;
  /** What starts the self-check. */
  readonly program: string;
  readonly words: readonly string[];
  /** Absolute; what the build made. */
  readonly noticesFile: string;
}

/** The longest checks together take less, each with a time of its own (self-check.ts). */
const longestCheckMs = 10 * 60_000;

/** What the window asks for when the person needs help. */
export function createHelp(ports: HelpPorts): HelpHandlers {
  let report: string | null = null;
  let selfCheck: string | null = null;
  let checking: Promise<ResponseOf<'runSelfCheck'>> | null = null;

  return {
    makeReport({ names }) {
      const facts = {
        at: ports.now(),
        snapshot: ports.snapshot(),
        computer: ports.computer(),
        problems: ports.problems(),
        selfCheck,
      };
      // Where the self-check names a file, the folder of a person bears their name.
      report = ports.redact(reportText(facts, names)).replaceAll(homedir(), '~');
      return { text: report };
    },
    async copyReport() {
      if (report !== null) await copyText(ports.clipboard, report);
      return null;
    },
    openLogFolder: async () => ({ opened: await ports.openLogFolder() }),
    async runSelfCheck() {
      checking ??= check(ports).finally(() => (checking = null));
      const checked = await checking;
      selfCheck = checked.text;
      return checked;
    },
    readNotices: async () => ({ text: await readFile(ports.noticesFile, 'utf8') }),
  };
}

/** Runs the check beside this app: it plays the demo's imports, which have no place among the person's. */
function check({ program, words }: HelpPorts): Promise<ResponseOf<'runSelfCheck'>> {
  return new Promise((resolve) =>
    execFile(program, [...words, '--self-check'], { timeout: longestCheckMs }, (error, said) => {
      // The last line is the report for programs.
      const lines = said.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
      // Where it did not start at all there is nothing else to show.
      const text = lines.length > 0 ? lines.join('\n') : String(error?.message ?? 'no output');
      resolve({ hasPassed: error === null, text });
    }),
  );
}
