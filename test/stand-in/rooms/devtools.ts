import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

export type Parameters = Readonly<Record<string, unknown>>;
export type Send = (method: string, parameters?: Parameters) => Promise<Parameters>;
export type Listen = (method: string, parameters: Parameters) => void;

export interface DevTools {
  readonly send: Send;
  /** A session of one page; `listen` gets its events. */
  readonly session: (id: string, listen: Listen) => Send;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Parameters;
  readonly result?: Parameters;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

/** Where the messages of the Chrome DevTools Protocol go; `listen` is called once. */
export interface Line {
  readonly write: (message: string) => void;
  readonly listen: (message: (text: string) => void, end: () => void) => void;
}

/** Chrome DevTools Protocol over `--remote-debugging-pipe`: JSON messages, each ended by a NUL. */
export function pipeLine(input: Writable, output: Readable): Line {
  return {
    write: (message) => void input.write(`${message}\0`),
    listen(message, end) {
      let rest = '';
      output.setEncoding('utf8');
      output.on('data', (chunk: string) => {
        const parts = (rest + chunk).split('\0');
        rest = parts.pop() ?? '';
        for (const part of parts) message(part);
      });
      output.on('close', end);
      input.on('error', end);
    },
  };
}

/** The same over `--remote-debugging-port`. */
export function socketLine(address: string): Line {
  const socket = new WebSocket(address);
  const opened = once(socket, 'open');
  return {
    write: (message) => void opened.then(() => socket.send(message)),
    listen(message, end) {
      socket.addEventListener('message', ({ data }) => message(String(data)));
      socket.addEventListener('close', end);
    },
  };
}

export function createDevTools(line: Line): DevTools {
  const waiting = new Map<number, { resolve: (value: Parameters) => void; reject: (error: Error) => void }>();
  const listeners = new Map<string, Listen>();
  let last = 0;
  let ended = false;

  function receive(text: string): void {
    const message = JSON.parse(text) as Message;
    if (message.id === undefined) {
      const { method, params = {} } = message;
      // The end of a session is told to the browser's.
      const sessionId = message.sessionId ?? params['sessionId'];
      if (method && typeof sessionId === 'string') listeners.get(sessionId)?.(method, params);
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) asked?.reject(new Error(message.error.message));
    else asked?.resolve(message.result ?? {});
  }

  line.listen(receive, () => {
    ended = true;
    for (const asked of waiting.values()) asked.reject(new Error('Chromium has ended.'));
    waiting.clear();
  });

  function sender(sessionId?: string): Send {
    return (method, parameters = {}) =>
      new Promise((resolve, reject) => {
        if (ended) {
          reject(new Error('Chromium has ended.'));
          return;
        }
        last += 1;
        waiting.set(last, { resolve, reject });
        line.write(JSON.stringify({ id: last, method, params: parameters, sessionId }));
      });
  }

  return {
    send: sender(),
    session(id, listen) {
      listeners.set(id, listen);
      return sender(id);
    },
  };
}
