import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import {
  requestChannels,
  type PushChannel,
  type Pushes,
  type RequestChannel,
  type RequestOf,
  type ResponseOf,
  type Result,
} from '../contract.ts';
import { answerRequest, type AnswerPorts, type Handler } from './answer-request.ts';
import { isOurs } from './origin.ts';

export type RequestHandlers = {
  readonly [Channel in RequestChannel]: (
    request: RequestOf<Channel>,
  ) => ResponseOf<Channel> | Promise<ResponseOf<Channel>>;
};

export interface GatePorts extends AnswerPorts {
  /** The window's address. */
  readonly home: string;
  /** True for a page of a window that the app made itself. */
  readonly isOurWindow: (contents: WebContents) => boolean;
  /** See `letStoresListen` in main/adapters/stores. */
  readonly letStoresListen: () => void;
  /** Called once for each channel that a stranger tried. */
  readonly refused: (channel: RequestChannel) => void;
}

/**
 * The one gate between window and main. It checks who asks, then what is asked, and only then lets it be done, once there is who can: a page
 * that asks before waits.
 */
export function openGate(whenAble: Promise<RequestHandlers>, ports: GatePorts): void {
  // electron-store tells any frame the path of the settings folder (12.0.0). It listens once, as of the first store that is made, which may be
  // later than this: so it is made to listen now.
  ports.letStoresListen();
  ipcMain.removeAllListeners('electron-store-get-data');
  const refusedBefore = new Set<RequestChannel>();
  for (const channel of requestChannels) {
    ipcMain.handle(channel, (event, request: unknown): Promise<Result<unknown>> => {
      // Read before any await: the frame is null once it has navigated away (Electron 33).
      if (!isAllowed(event, ports)) {
        if (!refusedBefore.has(channel)) ports.refused(channel);
        refusedBefore.add(channel);
        return Promise.reject(new Error('refused'));
      }
      const handle: Handler = async (checked) => ((await whenAble)[channel] as Handler)(checked);
      return answerRequest(channel, request, handle, ports);
    });
  }
}

/** Sends a push to the window if there is one. */
export function push<Channel extends PushChannel>(
  contents: WebContents | null,
  channel: Channel,
  payload: Pushes[Channel],
): void {
  if (contents !== null && !contents.isDestroyed()) contents.send(channel, payload);
}

function isAllowed(event: IpcMainInvokeEvent, ports: GatePorts): boolean {
  const { senderFrame, sender } = event;
  if (senderFrame === null || !ports.isOurWindow(sender)) return false;
  return senderFrame === sender.mainFrame && isOurs(senderFrame.url, ports.home);
}
