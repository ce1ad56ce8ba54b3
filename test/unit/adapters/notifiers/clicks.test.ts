import { exec } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openClicks } from '../../../../main/adapters/notifiers/clicks.ts';
import { openReceipts } from '../../../../main/adapters/notifiers/receipts.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const run = promisify(exec);

/** A computer whose programs are these shell scripts. */
function computerWith(scripts: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  const programs = join(folder, 'bin');
  mkdirSync(programs);
  for (const [name, text] of Object.entries(scripts)) {
    writeFileSync(join(programs, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(programs, name), 0o700);
  }
  const environment: NodeJS.ProcessEnv = { PATH: `${programs}:/usr/bin:/bin`, SEEN: join(folder, 'seen') };
  const clicks = openClicks(join(folder, 'receipts', 'clicks'), environment);
  onTestFinished(clicks.stop);
  return { folder, environment, clicks, receipts: openReceipts(join(folder, 'receipts'), environment) };
}

/** Starts notify-send as node-notifier does, and resolves as that calls back. */
async function showBanner(
  { environment, clicks, receipts }: ReturnType<typeof computerWith>,
  workspace: string | null,
  clicked: (what: string) => void,
  name = '17-1',
) {
  const program: { ended?: Promise<unknown> } = {};
  receipts.during(name, () =>
    clicks.during(name, { open: 'Show; $(x)', workspace }, clicked, () => {
      program.ended = run('notify-send "a title"', { env: { ...environment } });
    }),
  );
  return program.ended!;
}

/** Says that the banner is up, waits until somebody clicks, and then says where. */
const waiting = (where: string) =>
  `printf '%s|' "$@" >"$SEEN"; echo 42; until [ -e "$SEEN.click" ]; do sleep 0.01; done; ${where}`;

/** A bus on which the notifications are the daemon's that `seen.daemon` names. */
const busctl = `case "$*" in
  *GetNameOwner*) printf 's "%s"' "$(cat "$SEEN.daemon")"; echo asked >>"$SEEN.asked" ;;
  *) echo "$@" >>"$SEEN.closed" ;;
esac`;

describe('a banner of notify-send', () => {
  test('counts as shown as soon as it is up, and a click on it comes later', async () => {
    const computer = computerWith({ 'notify-send': waiting('echo default') });
    const clicked = vi.fn();
    await showBanner(computer, null, clicked);
    expect(existsSync(join(computer.folder, 'receipts', '17-1'))).toBe(true);
    expect(clicked).not.toHaveBeenCalled();
    writeFileSync(join(computer.folder, 'seen.click'), '');
    await vi.waitFor(() => expect(clicked).toHaveBeenCalledWith('open'));
    expect(readFileSync(join(computer.folder, 'seen'), 'utf8')).toBe(
      'a title|--print-id|--action=default=Show; $(x)|',
    );
    await vi.waitFor(() => expect(readdirSync(join(computer.folder, 'receipts', 'clicks'))).toEqual([]));
  });

  test('offers the workspace where there is one', async () => {
    const computer = computerWith({ 'notify-send': waiting('echo workspace') });
    const clicked = vi.fn();
    await showBanner(computer, 'Open workspace', clicked);
    writeFileSync(join(computer.folder, 'seen.click'), '');
    await vi.waitFor(() => expect(clicked).toHaveBeenCalledWith('workspace'));
    expect(readFileSync(join(computer.folder, 'seen'), 'utf8')).toContain(
      '--action=workspace=Open workspace',
    );
  });

  test('that is closed is no click', async () => {
    const computer = computerWith({ 'notify-send': waiting('exit 0') });
    const clicked = vi.fn();
    await showBanner(computer, null, clicked);
    writeFileSync(join(computer.folder, 'seen.click'), '');
    await vi.waitFor(() => expect(readdirSync(join(computer.folder, 'receipts', 'clicks'))).toEqual([]));
    expect(clicked).not.toHaveBeenCalled();
  });

  test('is closed by the id that it has on the bus, for as long as it is up', async () => {
    const computer = computerWith({ 'notify-send': waiting('exit 0'), busctl });
    const seen = join(computer.folder, 'seen');
    writeFileSync(`${seen}.daemon`, ':1.7');
    computer.clicks.close('17-1');
    await showBanner(computer, null, vi.fn());
    await vi.waitFor(() => {
      computer.clicks.close('17-1');
      expect(existsSync(`${seen}.closed`)).toBe(true);
    });
    writeFileSync(`${seen}.click`, '');
    await vi.waitFor(() => expect(readdirSync(join(computer.folder, 'receipts', 'clicks'))).toEqual([]));
    const place = ':1.7 /org/freedesktop/Notifications org.freedesktop.Notifications';
    expect(new Set(readFileSync(`${seen}.closed`, 'utf8').trim().split('\n'))).toEqual(
      new Set([`--user call ${place} CloseNotification u 42`]),
    );
  });

  test('of a daemon that is gone is forgotten with its click, and nothing of the next daemon is closed', async () => {
    const computer = computerWith({ 'notify-send': waiting('echo default'), busctl });
    const seen = join(computer.folder, 'seen');
    const clicked = vi.fn();
    writeFileSync(`${seen}.daemon`, ':1.7');
    await showBanner(computer, null, clicked);
    await vi.waitFor(() => expect(readFileSync(`${seen}.asked`, 'utf8')).toBe('asked\n'));
    writeFileSync(`${seen}.daemon`, ':1.8');
    computer.clicks.close('17-1');
    await vi.waitFor(() => expect(readFileSync(`${seen}.closed`, 'utf8')).toContain('--user call :1.7 '));
    writeFileSync(`${seen}.click`, '');
    await vi.waitFor(() => expect(readFileSync(`${seen}.asked`, 'utf8')).toBe('asked\nasked\n'));
    await vi.waitFor(() => expect(readdirSync(join(computer.folder, 'receipts', 'clicks'))).toEqual([]));
    expect(clicked).not.toHaveBeenCalled();
  });

  test('that says 0 is none', async () => {
    const computer = computerWith({ 'notify-send': 'echo "no service" >&2; echo 0; exit 1' });
    await expect(showBanner(computer, null, vi.fn())).rejects.toMatchObject({ stderr: 'no service\n' });
  });

  test('that cannot be shown fails with the program’s own words, and leaves no receipt', async () => {
    const computer = computerWith({ 'notify-send': 'echo "no service" >&2; exit 3' });
    await expect(showBanner(computer, null, vi.fn())).rejects.toMatchObject({ stderr: 'no service\n' });
    expect(existsSync(join(computer.folder, 'receipts', '17-1'))).toBe(false);
  });

  test('is waited for by twenty programs at the most, and by none once the app is over', async () => {
    const computer = computerWith({
      'notify-send': 'echo $$ >>"$SEEN"; echo 42; exec sleep 600',
    });
    for (let number = 1; number <= 22; number += 1) await showBanner(computer, null, vi.fn(), `17-${number}`);
    const pids = readFileSync(join(computer.folder, 'seen'), 'utf8').trim().split('\n').map(Number);
    const living = () => pids.filter(isRunning).length;
    await vi.waitFor(() => expect(living()).toBe(20));
    computer.clicks.stop();
    await vi.waitFor(() => expect(living()).toBe(0));
  });
});

test('a banner that is on its way as the app ends comes up, and counts as shown', async () => {
  const computer = computerWith({
    'notify-send': `: >"$SEEN"; until [ -e "$SEEN.up" ]; do sleep 0.01; done; echo 42`,
  });
  const shown = showBanner(computer, null, vi.fn());
  const seen = join(computer.folder, 'seen');
  await vi.waitFor(() => expect(existsSync(seen)).toBe(true));
  computer.clicks.stop();
  writeFileSync(`${seen}.up`, '');
  await shown;
  expect(existsSync(join(computer.folder, 'receipts', '17-1'))).toBe(true);
});

test.each([
  ['an old notify-send', 'echo "-p, --print-id"', 'echo "as 1 \\"actions\\""', false],
  [
    'a desktop without actions',
    'echo "--action --print-id"',
    'echo "as 2 \\"body\\" \\"body-markup\\""',
    false,
  ],
  ['both', 'echo "--action --print-id"', 'echo "as 2 \\"body\\" \\"actions\\""', true],
])('clicks are possible with both alone: %s', async (_case, notifySend, busctl, possible) => {
  expect(await computerWith({ 'notify-send': notifySend, busctl }).clicks.arePossible()).toBe(possible);
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}
