import type { Clipboard, Session, WebContents } from 'electron';
import { createAppWindow, type WindowPorts } from '../adapters/window/window.ts';
import type { PushChannel, Pushes } from '../contract.ts';
import type { Desk, SnapshotFrame } from '../desk/desk.ts';
import { createRequests, type RequestPorts } from '../desk/requests.ts';
import { openGate, push } from '../security/ipc.ts';
import { grantNothing } from '../security/permissions.ts';
import { createExporting, type ExportingPorts } from './exporting.ts';
import type { FaultReport } from './fault-report.ts';
import { refusalOf } from './refusal-of.ts';

export interface DeskWindowPorts extends Omit<WindowPorts, 'wentWrong'> {
  readonly session: Session;
  readonly clipboard: Clipboard;
  readonly showSaveDialog: ExportingPorts['showSaveDialog'];
  readonly openExternal: RequestPorts['openExternal'];
  /** The folder in which a file dialog opens; absolute. */
  readonly documents: () => string;
  readonly frame: () => Omit<SnapshotFrame, 'settings' | 'warnings' | 'wanted'>;
  readonly restart: (asDemo: boolean) => void;
  readonly faults: FaultReport;
}

/** Opens the window of the desk and the one gate through which it makes requests. */
export function openDeskWindow(desk: Desk, ports: DeskWindowPorts) {
  const { faults } = ports;
  grantNothing(ports.session);
  const window = createAppWindow({ ...ports, wentWrong: faults.wentWrong });
  /** The page that has asked for the snapshot. What is sent to one that has not is lost: it listens to nothing yet (Electron 45). */
  let listening: WebContents | null = null;
  let wanted: Pushes['show'] | null = null;
  const isListening = () => listening !== null && window.contents() === listening;
  const tell = <Channel extends PushChannel>(channel: Channel, payload: Pushes[Channel]) => {
    // A snapshot has all that came before it.
    if (isListening()) push(listening, channel, payload);
  };

  function frame(): SnapshotFrame {
    listening = window.contents();
    const frame = { ...ports.frame(), settings: desk.settings(), warnings: faults.warnings.all(), wanted };
    wanted = null;
    return frame;
  }

  const requests = createRequests(desk, {
    now: Date.now,
    clipboard: ports.clipboard,
    openExternal: ports.openExternal,
    exporting: createExporting({
      showSaveDialog: ports.showSaveDialog,
      folder: ports.documents,
    }),
    frame,
    push: tell,
    startDemo: () => ports.restart(true),
    leaveDemo: () => ports.restart(false),
    closeWindow: window.hide,
    wentWrong: faults.wentWrong,
    dismissWarning: faults.warnings.withdraw,
  });
  openGate(requests, {
    home: ports.address,
    isOurWindow: (contents) => contents === window.contents(),
    refused: (channel) => faults.log.warn('request-refused', { channel }),
    refusalOf,
    wentWrong: faults.wentWrong,
  });

  return {
    ...window,
    tell,
    /** Brings the window to the front and shows this view. */
    open(target: Pushes['show']): void {
      window.show();
      if (isListening()) tell('show', target);
      else wanted = target;
    },
  };
}
