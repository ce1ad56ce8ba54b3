/** `not-known`: this system does not tell, and why. */
export interface Finding {
  readonly kind: 'passed' | 'failed' | 'not-known';
  readonly detail: string;
}

export interface Check {
  readonly name: string;
  /** A check that throws has failed, and so has one that takes longer than `longestMs`. */
  readonly look: () => Promise<Finding> | Finding;
  /** Milliseconds; 20 s where none is given. */
  readonly longestMs?: number;
}

export interface Report {
  readonly runtime: string;
  readonly platform: string;
  readonly checks: readonly (Finding & { readonly name: string; readonly ms: number })[];
}

export const passed = (detail: string): Finding => ({ kind: 'passed', detail });
export const failed = (detail: string): Finding => ({ kind: 'failed', detail });
export const notKnown = (detail: string): Finding => ({ kind: 'not-known', detail });
/** Passed where it holds. */
export const holds = (isSo: boolean, detail: string): Finding => (isSo ? passed(detail) : failed(detail));

const longestMs = 20_000;

/** Goes through the checks one after another and prints a line for each. */
export async function runChecks(
  checks: readonly Check[],
  about: Pick<Report, 'runtime' | 'platform'>,
  print: (line: string) => void,
): Promise<Report> {
  const done: Report['checks'][number][] = [];
  print(`self-check of ${about.runtime} on ${about.platform}`);
  for (const check of checks) {
    const startedAt = performance.now();
    const finding = await findingOf(check);
    done.push({ name: check.name, ...finding, ms: Math.round(performance.now() - startedAt) });
    print(`${finding.kind.padEnd(9)}  ${check.name}: ${finding.detail}`);
  }
  return { ...about, checks: done };
}

/** 0 only if nothing failed. */
export function exitCodeOf({ checks }: Report): number {
  return checks.some(({ kind }) => kind === 'failed') ? 1 : 0;
}

async function findingOf({ look, longestMs: longest = longestMs }: Check): Promise<Finding> {
  const late = Promise.withResolvers<Finding>();
  const timer = setTimeout(() => late.resolve(failed(`no answer within ${longest / 1_000} s`)), longest);
  try {
    return await Promise.race([Promise.resolve().then(look), late.promise]);
  } catch (error) {
    return failed(String(error));
  } finally {
    clearTimeout(timer);
  }
}
