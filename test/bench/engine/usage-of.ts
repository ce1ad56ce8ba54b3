import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface Usage {
  /** Processor time of the process and all its children, user and system, ms. */
  readonly cpuMs: number;
  /** The largest resident size of any one process, MiB. */
  readonly peakMiB: number;
}

/**
 * Runs a program to its end, and asks the system what it took (`getrusage` of the children, as `bash`'s `times` and GNU time
 * read it; here by Python, which every Debian has and which counts the peak as well).
 * @throws where the program fails: a figure of a failed run means nothing. 3 is `import-watch` whose time is up.
 */
export async function usageOf(
  program: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Usage> {
  const child = spawn('python3', ['-c', measure, program, ...words], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lines: string[] = [];
  createInterface(child.stderr).on('line', (line) => lines.push(line));
  const [code] = (await once(child, 'close')) as [number | null];
  const said = /^usage (\S+) (\S+)$/.exec(lines.at(-1) ?? '');
  if ((code !== 0 && code !== 3) || said === null)
    throw new Error(`${program} ended with ${code}: ${lines.join('\n')}`);
  return { cpuMs: Number(said[1]), peakMiB: Number(said[2]) };
}

const measure = `
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
sys.stderr.write("\\nusage %d %d\\n" % ((used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss / 1024))
sys.exit(code)
`;
