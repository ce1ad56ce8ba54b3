import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import notifier from 'node-notifier';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  createNodeNotifier,
  type NodeNotifierModule,
} from '../../../../main/adapters/notifiers/node-notifier.ts';
import { after } from '../../../../main/runner/timer.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const noClicks = {
  arePossible: () => Promise.resolve(false),
  during: () => undefined,
  close: () => undefined,
};

const canRun = (program: string) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;

/** The words of the real program, in a Korean desktop, which it would follow. */
describe.runIf(canRun('notify-send') && canRun('dbus-daemon'))('the real notify-send', () => {
  beforeEach(() => {
    for (const name of ['DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR', 'DISPLAY', 'LC_ALL', 'LC_MESSAGES'])
      vi.stubEnv(name, undefined);
    vi.stubEnv('LANG', 'C.UTF-8');
    vi.stubEnv('LANGUAGE', 'ko');
  });

  afterEach(() => void vi.unstubAllEnvs());

  async function reasonsOf(environment: Readonly<Record<string, string>>) {
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    const outcome = await createNodeNotifier({
      platform: 'linux',
      load: () => Promise.resolve(notifier as NodeNotifierModule),
      after,
      receipts: { during: (_name, start) => start() },
      clicks: noClicks,
    }).show(
      { title: 'a', body: 'b', urgent: false, sound: false, receipt: null, labels: null },
      () => undefined,
    );
    return outcome.kind === 'not-shown' ? outcome.reasons.map(({ reason }) => reason) : outcome.kind;
  }

  test.each([
    ['without a bus and a display', {}],
    ['with a display and no bus', { DISPLAY: ':987' }],
    ['where the bus has gone', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' }],
    ['where the address is none', { DBUS_SESSION_BUS_ADDRESS: 'nonsense' }],
    ['where the bus refuses', { DBUS_SESSION_BUS_ADDRESS: 'tcp:host=127.0.0.1,port=1' }],
  ])('%s says that there is no session', async (_case, environment) => {
    expect(await reasonsOf(environment)).toEqual(['no-session-bus']);
  });

  test('on a bus without a daemon says that nothing takes notifications', async () => {
    expect(await reasonsOf({ DBUS_SESSION_BUS_ADDRESS: await bareBus() })).toEqual([
      'no-notification-service',
    ]);
  });
});

/** A bus that starts nothing when it is asked; its address. */
async function bareBus(): Promise<string> {
  const folder = temporaryFolder();
  const configuration = join(folder, 'bus.conf');
  writeFileSync(
    configuration,
    `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd"><busconfig><type>session</type><listen>unix:tmpdir=${folder}</listen><policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`,
  );
  const bus = spawn('dbus-daemon', [`--config-file=${configuration}`, '--nofork', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => void bus.kill());
  const [address] = (await once(createInterface(bus.stdout), 'line')) as [string];
  return address;
}
