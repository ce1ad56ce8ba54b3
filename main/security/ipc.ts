import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import {
  requestChannels,
  type PushChannel,
  type Pushes,
  type Reply,
  type RequestChannel,
  type RequestOf,
  type ResponseOf,
} from '../contract.ts';
import { replyTo, type Answering } from './reply.ts';
import { isOurs } from './origin.ts';

export type RequestHandlers = {
  readonly [Channel in RequestChannel]: (
    request: RequestOf<Channel>,
  ) => ResponseOf<Channel> | Promise<ResponseOf<Channel>>;
};

export interface GatePorts {
  /** The window's address. */
  readonly home: string;
  /** True for a page of a window that the app made itself. */
  readonly isOurWindow: (contents: WebContents) => boolean;
  /** Told once for each channel that a stranger tried. */
  readonly refused: (channel: RequestChannel) => void;
  /** A fault of our own while answering; the window is told without its text. */
  readonly wentWrong: (error: unknown) => void;
}

/** The one gate between window and main: whoever asks is checked first, then what is asked, and only then is it done. */
export function openGate(handlers: RequestHandlers, ports: GatePorts): void {
  // electron-store answers any frame with the settings folder's path unless its listener is taken out (12.0.0).
  ipcMain.removeAllListeners('electron-store-get-data');
  const refusedBefore = new Set<RequestChannel>();
  for (const channel of requestChannels) {
    ipcMain.handle(channel, (event, request: unknown): Promise<Reply<unknown>> => {
      // Read before any await: the frame is null once it has navigated away (Electron 33).
      if (!isAllowed(event, ports)) {
        if (!refusedBefore.has(channel)) ports.refused(channel);
        refusedBefore.add(channel);
        return Promise.reject(new Error('refused'));
      }
      return replyTo(channel, request, handlers[channel] as Answering, ports.wentWrong);
    });
  }
}

/** Sends a push to the window, where there is one. */
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
