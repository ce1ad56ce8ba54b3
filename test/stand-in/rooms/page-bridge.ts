import { createClone } from './clone.ts';

/** The text that Chromium runs in each new document before the page's own scripts: the real preload with an `electron` of its own. */
export function pageScript(binding: string, receiver: string, preload: string): string {
  return `(${bridgeInPage.toString()})(${JSON.stringify(binding)}, ${JSON.stringify(receiver)}, (${createClone.toString()})(), function (require, module, exports, process) {${preload}\n});`;
}

type Listener = (event: { readonly sender: object }, ...values: unknown[]) => void;
type Preload = (require: (name: string) => object, module: object, exports: object, process: object) => void;

/** Runs in the page, as text: nothing from outside may be named in it. */
function bridgeInPage(
  binding: string,
  receiver: string,
  clone: { write: (value: unknown) => string; read: (text: string) => unknown },
  preload: Preload,
): void {
  const page = globalThis as unknown as Record<string, unknown>;
  const toMain = page[binding] as (text: string) => void;
  delete page[binding];
  // Electron runs a preload in the main frame only.
  if (page['window'] !== page['top']) return;

  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const listeners = new Map<string, Listener[]>();
  let last = 0;

  Object.defineProperty(page, receiver, {
    enumerable: false,
    value(text: string) {
      const message = clone.read(text) as {
        kind: string;
        id: number;
        channel: string;
        values: unknown[];
        error: string;
      };
      if (message.kind === 'push') {
        for (const listener of [...(listeners.get(message.channel) ?? [])])
          listener({ sender: ipcRenderer }, ...message.values);
        return;
      }
      const asked = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.kind === 'answer') asked?.resolve(message.values[0]);
      else asked?.reject(new Error(`Error invoking remote method '${message.channel}': ${message.error}`));
    },
  });

  const off = (channel: string, listener: Listener) => {
    listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((other) => other !== listener),
    );
    return ipcRenderer;
  };
  const on = (channel: string, listener: Listener) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    return ipcRenderer;
  };
  const ipcRenderer = {
    invoke: (channel: string, ...values: unknown[]) =>
      new Promise((resolve, reject) => {
        last += 1;
        const text = clone.write({ kind: 'invoke', id: last, channel, values });
        waiting.set(last, { resolve, reject });
        toMain(text);
      }),
    send: (channel: string, ...values: unknown[]) => {
      toMain(clone.write({ kind: 'send', id: 0, channel, values }));
    },
    on,
    off,
    removeListener: off,
    once: (channel: string, listener: Listener) => {
      const once: Listener = (event, ...values) => {
        off(channel, once);
        listener(event, ...values);
      };
      return on(channel, once);
    },
  };

  /** What the page gives is copied before the call; a proxy throws DataCloneError (shell/renderer/api/electron_api_context_bridge.cc). */
  const given = (value: unknown): unknown => (typeof value === 'function' ? value : structuredClone(value));

  /** The bridge copies: what the page gets cannot be changed by it, and errors lose everything but their message. */
  const copied = (value: unknown): unknown => {
    if (typeof value === 'function') {
      const call = value as (...values: unknown[]) => unknown;
      return (...values: unknown[]) => {
        const result = call(...values.map(given));
        return result instanceof Promise ? result.then(copied) : copied(result);
      };
    }
    if (typeof value !== 'object' || value === null || value instanceof Promise) return value;
    if (Array.isArray(value)) return value.map(copied);
    if (Object.getPrototypeOf(value) !== Object.prototype) return value;
    return Object.freeze(
      Object.fromEntries(Object.entries(value).map(([key, child]) => [key, copied(child)])),
    );
  };
  const contextBridge = {
    exposeInMainWorld: (name: string, api: unknown) => {
      Object.defineProperty(page, name, { value: copied(api), enumerable: true });
    },
  };
  const require = (name: string): object => {
    if (name === 'electron' || name === 'electron/renderer') return { contextBridge, ipcRenderer };
    throw new Error(`module not found: ${name} (a sandboxed preload may require 'electron' only, here)`);
  };
  const module = { exports: {} };
  preload(require, module, module.exports, {
    platform: 'linux',
    sandboxed: true,
    contextIsolated: true,
    type: 'renderer',
  });
}
