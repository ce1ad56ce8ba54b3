import type Electron from 'electron';
import { createAddresses } from './addresses.ts';
import { only } from './only.ts';

type Handler = (request: GlobalRequest) => GlobalResponse | Promise<GlobalResponse>;

/** `protocol`: the app's own handlers answer what Chromium asks for, by interception. */
export function createProtocol(isReady: () => boolean) {
  const privileged: string[] = [];
  const handlers = new Map<string, Handler>();

  const protocol = {
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
  } satisfies Pick<
    Electron.Protocol,
    'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
  >;

  return {
    protocol: only('protocol', protocol),
    /** A scheme that was not registered as standard has no origin, and so is not mapped. */
    addresses: createAddresses(() => privileged),
    handlerOf: (url: string) => handlers.get(new URL(url).protocol.slice(0, -1)) ?? null,
  };
}

export type Protocols = ReturnType<typeof createProtocol>;
