import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { only } from './only.ts';

type Handler = (event: Electron.IpcMainInvokeEvent, ...values: unknown[]) => unknown;

/** `ipcMain`: messages of every page arrive here with their sender and its frame. */
export function createIpcMain() {
  const handlers = new Map<string, Handler>();
  const ipcMain = Object.assign(new EventEmitter(), {
    handle(channel: string, handler: Handler) {
      if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
      handlers.set(channel, handler);
    },
    handleOnce(channel: string, handler: Handler) {
      ipcMain.handle(channel, (event, ...values) => {
        handlers.delete(channel);
        return handler(event, ...values);
      });
    },
    removeHandler(channel: string) {
      handlers.delete(channel);
    },
  });
  return {
    ipcMain: only('ipcMain', ipcMain),
    async invoke(event: object, channel: string, values: readonly unknown[]): Promise<unknown> {
      const handler = handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      return handler(event as Electron.IpcMainInvokeEvent, ...values);
    },
    receive(event: object, channel: string, values: readonly unknown[]): void {
      ipcMain.emit(channel, event, ...values);
    },
  };
}

export type Ipc = ReturnType<typeof createIpcMain>;
