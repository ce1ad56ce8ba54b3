import type { Clipboard, WebContents } from 'electron';
import { letStoresListen } from '../adapters/stores/open-store.ts';
import { createAppWindow, type WindowPorts } from '../adapters/window/window.ts';
import type { AccountDraft, PushChannel, Pushes, UpdateAct, WatchId } from '../contract.ts';
import { snapshotOf, type Desk, type SnapshotFrame } from '../desk/desk.ts';
import { createRequests, type RequestPorts } from '../desk/requests.ts';
import { openGate, push, type RequestHandlers } from '../security/ipc.ts';
import { createExporting, type ExportingPorts } from './exporting.ts';
import type { FaultReport } from './fault-report.ts';
import { createHelp, type HelpPorts } from './help/help.ts';
import { refusalOf } from './refusal-of.ts';

export interface DeskWindowPorts extends Omit<WindowPorts, 'wentWrong'> {
  readonly clipboard: Clipboard;
  readonly reading: Pick<RequestPorts, 'understand' | 'readObjects'>;
  readonly showSaveDialog: ExportingPorts['showSaveDialog'];
  readonly openExternal: RequestPorts['openExternal'];
  /** The folder in which a file dialog opens; absolute. */
  readonly documents: () => string;
  readonly frame: () => Omit<SnapshotFrame, 'settings' | 'warnings' | 'wanted'>;
  readonly restart: (asDemo: boolean) => void;
  readonly faults: FaultReport;
  readonly help: Omit<HelpPorts, 'now' | 'clipboard' | 'snapshot' | 'problems' | 'redact'>;
  readonly update: (act: UpdateAct) => void;
}

/** Opens the window of a desk and the one gate through which it makes requests, which wait until the desk is there. */
export function openDeskWindow(whenOpen: Promise<Desk>, ports: DeskWindowPorts) {
  const { faults } = ports;
  const window = createAppWindow({ ...ports, wentWrong: faults.wentWrong });
  /** The page that has asked for the snapshot. What is sent to one that has not is lost: it listens to nothing yet (Electron 45). */
  let listening: WebContents | null = null;
  let wanted: Pushes['show'] | null = null;
  const isListening = () => listening !== null && window.contents() === listening;
  const tell = <Channel extends PushChannel>(channel: Channel, payload: Pushes[Channel]) => {
    // A snapshot has all that came before it.
    if (isListening()) push(listening, channel, payload);
  };

  function requestsOf(desk: Desk): RequestHandlers {
    const frameNow = (): SnapshotFrame => ({
      ...ports.frame(),
      settings: desk.settings(),
      warnings: faults.warnings.all(),
      wanted,
    });
    const requests = createRequests(desk, {
      now: Date.now,
      clipboard: ports.clipboard,
      ...ports.reading,
      openExternal: ports.openExternal,
      exporting: createExporting({
        showSaveDialog: ports.showSaveDialog,
        folder: ports.documents,
        language: () => ports.frame().language,
      }),
      language: () => ports.frame().language,
      frame() {
        listening = window.contents();
        const frame = frameNow();
        wanted = null;
        return frame;
      },
      push: tell,
      startDemo: () => ports.restart(true),
      leaveDemo: () => ports.restart(false),
      restart: () => ports.restart(ports.frame().demo),
      closeWindow: window.hide,
      holds: window.holds,
      wentWrong: faults.wentWrong,
      help: createHelp({
        ...ports.help,
        now: Date.now,
        clipboard: ports.clipboard,
        snapshot: () => snapshotOf(desk, frameNow()),
        problems: faults.problems.newest,
        redact: faults.redact,
      }),
      updating: {
        update({ act }) {
          ports.update(act);
          return null;
        },
      },
      dismissWarning: faults.warnings.dismiss,
    });
    /** Whatever the page says of itself. */
    const noteKeys = ({ accessKey, secretKey }: AccountDraft) => {
      if (accessKey !== null || secretKey !== null) window.holds('secret');
    };
    return {
      ...requests,
      saveAccount(draft) {
        noteKeys(draft);
        return requests.saveAccount(draft);
      },
      testAccount(request) {
        noteKeys(request.draft);
        return requests.testAccount(request);
      },
      addHook(draft) {
        if (draft.target.kind === 'webhook') window.holds('secret');
        return requests.addHook(draft);
      },
    };
  }

  const requests = whenOpen.then(requestsOf);
  openGate(requests, {
    home: ports.address,
    letStoresListen,
    isOurWindow: (contents) => contents === window.contents(),
    refused: (channel) => faults.log.warn('request-refused', { channel }),
    refusalOf,
    wentWrong: faults.wentWrong,
  });

  return {
    ...window,
    tell,
    openWorkspace: async (watch: WatchId): Promise<unknown> => (await requests).openWorkspace({ watch }),
    /** Brings the window to the front and shows this view. */
    open(target: Pushes['show']): void {
      window.show();
      if (isListening()) tell('show', target);
      else wanted = target;
    },
  };
}
