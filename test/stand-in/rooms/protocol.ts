import type Electron from 'electron';
import { createAddresses } from './addresses.ts';
import { only } from './only.ts';

type Handler = (request: GlobalRequest) => GlobalResponse | Promise<GlobalResponse>;

/** `protocol`: the app's own handlers answer what Chromium asks for, by interception; each session has its own. */
export function createProtocol(isReady: () => boolean) {
  const privileged: string[] = [];
  const handlersOf = new Map<string, Map<string, Handler>>();

  const protocolOf = (partition: string) => {
    const handlers = new Map<string, Handler>();
    handlersOf.set(partition, handlers);
    return only('protocol', protocolWith(handlers));
  };

  const protocolWith = (handlers: Map<string, Handler>) =>
    ({
      registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]) {
        if (isReady())
          throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
        privileged.push(...schemes.map((custom) => custom.scheme));
      },
      handle(scheme: string, handler: Handler) {
        if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
        handlers.set(scheme, handler);
      },
      unhandle(scheme: string) {
        handlers.delete(scheme);
      },
      isProtocolHandled: (scheme: string) => handlers.has(scheme),
    }) satisfies Pick<
      Electron.Protocol,
      'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
    >;

  return {
    protocolOf,
    /** A scheme that was not registered as standard has no origin, and so is not mapped. */
    addresses: createAddresses(() => privileged),
    handlerOf: (partition: string, url: string) =>
      handlersOf.get(partition)?.get(new URL(url).protocol.slice(0, -1)) ?? null,
  };
}

export type Protocols = ReturnType<typeof createProtocol>;
