import type { Updater } from '../adapters/updates/updater.ts';
import type { Settings, UpdateAct, UpdateState } from '../contract.ts';
import { after } from '../runner/timer.ts';

/** The setting that is read anew before each look. */
export type UpdateSetting = 'lookForUpdates';

export interface UpdatePorts {
  readonly updater: Updater;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly settings: () => Pick<Settings, UpdateSetting>;
  readonly isPaused: () => boolean;
  /** Whether the line may be used for what nobody asked for; false where it is paid by the byte. */
  readonly mayUseLine: () => Promise<boolean>;
  /** When an earlier run last learned that there is nothing newer, epoch ms. */
  readonly lastLook: number | null;
  readonly rememberLook: (at: number) => void;
  readonly tell: (state: UpdateState) => void;
  readonly openPage: (address: string) => Promise<void>;
  /** Ends this run as a quit does, then installs. */
  readonly leave: () => void;
  readonly warn: (error: unknown) => void;
}

/** Not while the app starts: the first answers about imports are what the person waits for. */
const firstAfterMs = 60_000;
/** How often it is considered: a day ends, a pause is over, a line costs nothing again. */
const consideredEveryMs = 3_600_000;
const dayMs = 24 * 3_600_000;

/** Looks for a newer version once a day. What becomes of it the person decides, each step by itself. */
export function createUpdates(ports: UpdatePorts) {
  const { updater } = ports;
  let state: UpdateState = { kind: 'none', lookedAt: ports.lastLook, hasFailed: false };
  let lookedAt = ports.lastLook;
  let cancel = after(firstAfterMs, consider);

  function become(next: UpdateState): void {
    state = next;
    ports.tell(state);
  }

  function consider(): void {
    cancel = after(consideredEveryMs, consider);
    void lookUnasked();
  }

  async function lookUnasked(): Promise<void> {
    const now = ports.now();
    // A clock that was set back would else put it off for as long.
    const isDue = lookedAt === null || lookedAt > now || now - lookedAt >= dayMs;
    if (!isDue || !ports.settings().lookForUpdates || ports.isPaused()) return;
    if (await ports.mayUseLine()) await look();
  }

  async function look(): Promise<void> {
    const before = state;
    if (before.kind !== 'none' && before.kind !== 'found' && before.kind !== 'elsewhere') return;
    become({ kind: 'looking' });
    try {
      const version = await updater.look();
      lookedAt = ports.now();
      // Only then: the next run is to offer what this one has found.
      if (version === null) ports.rememberLook(lookedAt);
      become(found(version, lookedAt));
    } catch (error) {
      ports.warn(error);
      become(before.kind === 'none' ? { ...before, hasFailed: true } : before);
    }
  }

  function found(version: string | null, at: number): UpdateState {
    if (version === null) return { kind: 'none', lookedAt: at, hasFailed: false };
    return updater.canInstall ? { kind: 'found', version, failure: null } : { kind: 'elsewhere', version };
  }

  async function download(): Promise<void> {
    if (state.kind !== 'found') return;
    const { version } = state;
    become({ kind: 'downloading', version });
    const download = await updater.download();
    become(
      download.kind === 'done'
        ? { kind: 'ready', version: download.version }
        : { kind: 'found', version, failure: download.failure },
    );
  }

  return {
    state: () => state,
    /** What no longer fits the state, such as a second click, does nothing. */
    async act(act: UpdateAct): Promise<void> {
      switch (act) {
        case 'look':
          return look();
        case 'download':
          return download();
        case 'open-page':
          return state.kind === 'elsewhere' ? ports.openPage(await updater.page()) : undefined;
        case 'install':
          return state.kind === 'ready' ? ports.leave() : undefined;
      }
    },
    stop: () => cancel(),
  };
}

export type Updates = ReturnType<typeof createUpdates>;
