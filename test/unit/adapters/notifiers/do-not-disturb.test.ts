import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSilence, isSystemQuiet } from '../../../../main/adapters/notifiers/do-not-disturb.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/** A PATH with programs that print this. */
function withPrograms(programs: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [program, script] of Object.entries(programs)) {
    writeFileSync(join(folder, program), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, program), 0o700);
  }
  return folder;
}

describe.runIf(process.platform === 'linux')('the system keeps quiet', () => {
  const quietWhere = (property: string) =>
    withPrograms({
      busctl: `case "$*" in *${property}*) echo 'b true';; *) echo 'b false';; esac`,
      gsettings: 'echo true',
    });

  it.each(['Inhibited', 'paused'])('where the notification service has %s', async (property) => {
    expect(await isSystemQuiet({ PATH: quietWhere(property), XDG_CURRENT_DESKTOP: 'KDE' })).toBe(true);
    expect(await isSystemQuiet({ PATH: quietWhere('another'), XDG_CURRENT_DESKTOP: 'KDE' })).toBe(false);
  });

  it.each([
    ['false', true],
    ['true', false],
  ])('where GNOME shows banners: %s', async (showsBanners, isQuiet) => {
    const gnome = { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' };
    const path = withPrograms({ busctl: `echo 'b true'`, gsettings: `echo ${showsBanners}` });
    expect(await isSystemQuiet({ ...gnome, PATH: path })).toBe(isQuiet);
  });

  it('nowhere where it cannot be asked', async () => {
    const failing = withPrograms({ busctl: 'exit 1', gsettings: 'exit 1' });
    for (const PATH of [failing, temporaryFolder()])
      for (const XDG_CURRENT_DESKTOP of ['KDE', 'GNOME'])
        expect(await isSystemQuiet({ PATH, XDG_CURRENT_DESKTOP })).toBe(false);
  });
});

it('is asked about before each banner, and then until it is over', async () => {
  const answers = [true, true, false];
  const waits: (() => void)[] = [];
  let overs = 0;
  const silence = createSilence({
    isQuiet: () => Promise.resolve(answers.shift() ?? false),
    after: (delayMs, run) => {
      expect(delayMs).toBe(60_000);
      waits.push(run);
      return () => undefined;
    },
    over: () => (overs += 1),
  });
  expect(await silence.isKept()).toBe(true);
  for (const expected of [0, 1]) {
    waits.shift()!();
    await new Promise(setImmediate);
    expect(overs).toBe(expected);
  }
  expect(waits).toEqual([]);
  expect(await silence.isKept()).toBe(false);
  expect(waits).toEqual([]);
});
