import { spawnSync } from 'node:child_process';

/** Installs packages of Debian or Ubuntu; returns null, or the last line of what went wrong. */
export function installWithApt(packages: readonly string[]): string | null {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const words of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    const result = spawnSync('apt-get', words, { env, encoding: 'utf8' });
    if (result.status !== 0) return result.stderr.trim().split('\n').at(-1) ?? `exit code ${result.status}`;
  }
  return null;
}
