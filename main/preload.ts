import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import {
  bridgeName,
  pushChannels,
  requestChannels,
  type Bridge,
  type PushChannel,
  type Pushes,
  type RequestChannel,
} from './contract.ts';

/*
 * Gives the window one object, with a function for each channel of the contract. Neither ipcRenderer nor an event object leaves this file,
 * so the window can send and receive only what the contract names.
 */

const ask = (channel: RequestChannel) => (request?: unknown) => ipcRenderer.invoke(channel, request);

const listen =
  <Channel extends PushChannel>(channel: Channel) =>
  (listener: (payload: Pushes[Channel]) => void) => {
    const receive = (_event: IpcRendererEvent, payload: Pushes[Channel]) => listener(payload);
    ipcRenderer.on(channel, receive);
    return () => {
      ipcRenderer.off(channel, receive);
    };
  };

const bridge = {
  request: Object.fromEntries(requestChannels.map((channel) => [channel, ask(channel)])),
  on: Object.fromEntries(pushChannels.map((channel) => [channel, listen(channel)])),
} as unknown as Bridge;

contextBridge.exposeInMainWorld(bridgeName, bridge);
