import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createClone } from './clone.ts';
import type { Parameters, Send } from './devtools.ts';
import type { Ipc } from './ipc-main.ts';
import { pageScript } from './page-bridge.ts';

interface Message {
  readonly kind: 'invoke' | 'send';
  readonly id: number;
  readonly channel: string;
  readonly values: readonly unknown[];
}

const clone = createClone();

/** The IPC of one page. The names it uses in the page are random, so that the page's own code cannot guess them. */
export function createPageMessages(ipc: Ipc) {
  const binding = `b${randomUUID()}`;
  const receiver = `r${randomUUID()}`;

  async function deliver(send: Send, message: object): Promise<void> {
    const text = JSON.stringify(clone.write(message));
    await send('Runtime.evaluate', { expression: `globalThis[${JSON.stringify(receiver)}]?.(${text})` });
  }

  return {
    /** Must be done before the first navigation; Chromium then repeats it for each document. */
    async install(send: Send, preload: string | undefined): Promise<void> {
      if (preload === undefined) return;
      await send('Runtime.addBinding', { name: binding });
      const source = pageScript(binding, receiver, readFileSync(preload, 'utf8'));
      await send('Page.addScriptToEvaluateOnNewDocument', { source });
    },
    push: (send: Send, channel: string, values: readonly unknown[]) =>
      deliver(send, { kind: 'push', channel, values }),
    async receive(called: Parameters, event: object, send: Send): Promise<void> {
      if (called['name'] !== binding) return;
      const message = clone.read(String(called['payload'])) as Message;
      if (message.kind === 'send') {
        ipc.receive(event, message.channel, message.values);
        return;
      }
      const { id, channel } = message;
      try {
        // What cannot be cloned refuses the request: "An object could not be cloned" (shell/common/v8_util.cc).
        const value: unknown = structuredClone(await ipc.invoke(event, channel, message.values));
        await deliver(send, { kind: 'answer', id, channel, values: [value] });
      } catch (error) {
        await deliver(send, { kind: 'refusal', id, channel, error: String(error) });
      }
    },
  };
}
