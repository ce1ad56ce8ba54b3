import type Electron from 'electron';
import { openUpdater, type UpdaterPorts } from '../adapters/updates/open-updater.ts';
import type { UpdateState } from '../contract.ts';
import type { Desk } from '../desk/desk.ts';
import { startAgain, type createAppLife } from './app-life.ts';
import { personsComputer } from './computer.ts';
import type { FaultReport } from './fault-report.ts';
import { createUpdates, type UpdatePorts, type Updates } from './updates.ts';

export interface OpenUpdatesPorts
  extends
    Pick<UpdatePorts, 'mayUseLine' | 'lastLook' | 'rememberLook'>,
    Pick<UpdaterPorts, 'platform' | 'appImage'> {
  /** It has nothing to lose by an old version, and asks nobody. */
  readonly isDemo: boolean;
  readonly app: Electron.App;
  readonly shell: Pick<Electron.Shell, 'openExternal'>;
  readonly life: Pick<ReturnType<typeof createAppLife>, 'leaveWith'>;
  readonly desk: Pick<Desk, 'settings' | 'projection'>;
  /** As this run was given it. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly safeStorage: Electron.SafeStorage;
  readonly faults: Pick<FaultReport, 'updateFailed' | 'wentWrong'>;
}

/** Joins the updates of a package that names a feed to the app; where it names none they do nothing and show nothing. */
export function openUpdates(ports: OpenUpdatesPorts) {
  const { app, desk, environment } = ports;
  const { updateFailed: warn, wentWrong } = ports.faults;
  const updater = ports.isDemo
    ? null
    : openUpdater({ ...ports, warn, isPackaged: app.isPackaged, resources: process.resourcesPath });
  const updates =
    updater &&
    createUpdates({
      ...ports,
      warn,
      updater,
      now: Date.now,
      settings: desk.settings,
      isPaused: () => desk.projection.picture().health.kind === 'paused',
      tell: (update) => desk.projection.notePart({ update }),
      openPage: (address) => ports.shell.openExternal(address),
      leave: () => ports.life.leaveWith(app, install),
    });

  async function install(isAllWritten: boolean): Promise<void> {
    // The new one would give way to this run, and has keys to find.
    app.releaseSingleInstanceLock();
    Object.assign(process.env, environment);
    // A login item that the person turned off or took away stays so.
    const moved = (file: string) =>
      personsComputer(app, ports.safeStorage, { ...environment, APPIMAGE: file }).renewLoginItem();
    const isStarting = isAllWritten && (await updater?.install(moved));
    if (isStarting !== true) startAgain(app, false, environment);
  }

  return {
    state: (): UpdateState | null => updates?.state() ?? null,
    act: (act: Parameters<Updates['act']>[0]) => void updates?.act(act).catch(wentWrong),
    stop: () => updates?.stop(),
  };
}
