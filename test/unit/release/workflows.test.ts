import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { load } from 'js-yaml';
import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { needsOn } from '../../../tools/set-up/needs.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const ofStep = v.object({
  uses: v.optional(v.string()),
  run: v.optional(v.string()),
  with: v.optional(v.record(v.string(), v.unknown())),
});
const ofWorkflow = v.object({
  on: v.record(v.string(), v.unknown()),
  permissions: v.record(v.string(), v.string()),
  jobs: v.record(
    v.string(),
    v.object({
      'timeout-minutes': v.number(),
      permissions: v.optional(v.record(v.string(), v.string())),
      steps: v.array(ofStep),
    }),
  ),
});

const files = globSync('.github/workflows/*.{yml,yaml}');
const workflows = files.map((file) => {
  const text = readFileSync(file, 'utf8');
  return [file, text, v.parse(ofWorkflow, load(text))] as const;
});

describe.each(workflows)('%s', (_file, text, { on, permissions, jobs }) => {
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  const using = (action: string) => steps.filter(({ uses }) => uses?.startsWith(`${action}@`) === true);

  it('uses no action that could become another, and says which version each is', () => {
    const lines = text.split('\n').filter((line) => /\buses:/.test(line));
    expect(lines).toHaveLength(steps.filter(({ uses }) => uses !== undefined).length);
    for (const line of lines) expect(line).toMatch(/ uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('may read, and where it may write, runs nothing of ours and nothing that npm brings', () => {
    expect(permissions).toEqual({ contents: 'read' });
    for (const job of Object.values(jobs).filter((job) => job.permissions !== undefined))
      for (const { uses = '', run = '' } of job.steps)
        expect(`${uses}${run}`).not.toMatch(/^actions\/checkout|\b(npm|npx|node)\b/);
    // It would run what anybody sends with this repository's rights.
    expect(on).not.toHaveProperty('pull_request_target');
  });

  it('leaves no token in the checkout, and hangs no longer than it must', () => {
    for (const step of using('actions/checkout')) expect(step.with).toEqual({ 'persist-credentials': false });
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
  });

  it('runs the one Node of .nvmrc', () => {
    for (const { with: given } of using('actions/setup-node')) {
      expect(given).toHaveProperty('node-version-file', '.nvmrc');
      expect(given).not.toHaveProperty('node-version');
    }
    for (const job of Object.values(jobs)) {
      const first = job.steps.findIndex(({ run }) => /\b(node|npm)\b/.test(run ?? ''));
      const setUp = job.steps.findIndex(({ uses }) => uses?.startsWith('actions/setup-node@'));
      if (first >= 0) expect(setUp).toBeLessThan(first);
      if (first >= 0) expect(setUp).toBeGreaterThanOrEqual(0);
    }
  });

  it('has only commands that a shell can read, with nothing in them that others write', () => {
    for (const { run } of steps.filter(({ run }) => run !== undefined)) {
      expect(run).not.toContain('${{');
      expect(spawnSync('bash', ['-n'], { input: run, encoding: 'utf8' }).stderr).toBe('');
    }
  });
});

describe.runIf(process.platform === 'linux')('.github/with-desktop.sh', () => {
  /** Runs `true` or another command with these stand-ins for the programs of the desktop; milliseconds after which it hangs: 20,000. */
  function run(programs: Readonly<Record<string, string>>, ...command: string[]) {
    const folder = temporaryFolder();
    // Each begins what follows its own words.
    const begins = { 'xvfb-run': 'shift; exec "$@"', 'dbus-run-session': 'shift; exec "$@"' };
    for (const [name, text] of Object.entries({ ...begins, ...programs }))
      writeFileSync(join(folder, name), `#!/bin/bash\n${text}\n`, { mode: 0o755 });
    return spawnSync('bash', ['.github/with-desktop.sh', ...command], {
      env: { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH']}` },
      encoding: 'utf8',
      timeout: 20_000,
    });
  }

  it('ends where the notification daemon does, and does not wait for it', () => {
    const { status, signal, stdout } = run({ dunst: 'exit 1', gdbus: 'sleep 0.1; exit 1' }, 'echo', 'began');
    expect({ signal, stdout }).toEqual({ signal: null, stdout: '' });
    expect(status).not.toBe(0);
  });

  it('runs the command once the daemon is there, and ends as it does', () => {
    const programs = { dunst: 'exec sleep 20', gdbus: 'exit 0' };
    expect(run(programs, 'bash', '-c', 'echo began; exit 3')).toMatchObject({ status: 3, stdout: 'began\n' });
  });
});

test.each(['linux', 'win32', 'darwin'] as const)(
  'what is to be set up on %s is what its job can bring',
  (system) => {
    // apt-get brings it, so elsewhere nothing may be asked for, or the tests would not begin.
    expect(needsOn(system).length > 0).toBe(system === 'linux');
  },
);

test('the secrets that the release takes are those that its document asks for', () => {
  const taken = readFileSync('.github/workflows/release.yml', 'utf8').matchAll(/secrets\.(\w+)/g);
  const setUp = /### Set it up once\n(.*?)\n### /s.exec(readFileSync('docs/releasing.md', 'utf8'))?.[1] ?? '';
  const named = setUp.matchAll(/`([A-Z_]+)`/g);
  expect([...named].map(([, name]) => name)).toEqual([...taken].map(([, name]) => name));
});

test('an action is the same in all workflows', () => {
  const pins = workflows.flatMap(([, text]) => [...text.matchAll(/uses: (\S+)@(.+)$/gm)]);
  const versions = Map.groupBy(pins, ([, action]) => action);
  for (const all of versions.values()) expect(new Set(all.map(([, , pin]) => pin)).size).toBe(1);
});
