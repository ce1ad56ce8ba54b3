import type Electron from 'electron';
import { KnownEvents } from './emitter.ts';
import { only } from './only.ts';
import type { createNet } from './net.ts';
import type { Protocols } from './protocol.ts';

type Decide = ((...values: unknown[]) => unknown) | null;
type BeforeRequest = (
  details: { url: string },
  answer: (response: Electron.CallbackResponse) => void,
) => void;

type Net = ReturnType<typeof createNet>;

export type Session = ReturnType<typeof createOne>;

/**
 * One session: keeps the app's decisions so that specs can ask them. Chromium is told of none but `webRequest`, which stops requests here as
 * in Electron; a proxy is only remembered.
 */
function createOne(partition: string, protocols: Protocols, net: Net) {
  const decisions: Record<'request' | 'check' | 'device', Decide> = {
    request: null,
    check: null,
    device: null,
  };
  let proxy: Electron.ProxyConfig = { mode: 'direct' };
  let beforeRequest: { urls: readonly string[]; decide: BeforeRequest } | null = null;
  let connections = new AbortController();
  return only(
    'session',
    Object.assign(
      new KnownEvents('session', [
        'will-download',
        'spellcheck-dictionary-initialized',
        'select-serial-port',
        'select-hid-device',
        'select-usb-device',
      ]),
      {
        decisions,
        partition,
        protocol: protocols.protocolOf(partition),
        webRequest: only('session.webRequest', {
          onBeforeRequest: (filter: { urls: string[] }, decide: BeforeRequest) =>
            void (beforeRequest = { urls: filter.urls, decide }),
          /** Node's fetch can hand on every header. */
          onHeadersReceived: () => undefined,
        }),
        setProxy: async (wanted: Electron.ProxyConfig) => void (proxy = wanted),
        resolveProxy: async (_url: string) =>
          proxy.mode === 'fixed_servers'
            ? (proxy.proxyRules ?? '').replace(/^socks5:\/\//, 'SOCKS5 ')
            : 'DIRECT',
        /** For the pages of this session: whether the app stops this request. */
        stops(url: string): boolean {
          if (beforeRequest === null) return false;
          const scheme = url.slice(0, url.indexOf(':'));
          if (!beforeRequest.urls.some((pattern) => pattern.startsWith(`${scheme}:`))) return false;
          let isStopped = false;
          beforeRequest.decide({ url }, ({ cancel }) => void (isStopped = cancel ?? false));
          return isStopped;
        },
        /** As `net.fetch`, since Node's sends nothing again that could not be sent twice. */
        fetch(input: string, init?: RequestInit) {
          const own = init?.signal ?? [];
          const signal = AbortSignal.any([connections.signal].concat(own));
          return net.fetch(input, { ...init, signal });
        },
        setPermissionRequestHandler: (decide: Decide) => void (decisions.request = decide),
        setPermissionCheckHandler: (decide: Decide) => void (decisions.check = decide),
        setDevicePermissionHandler: (decide: Decide) => void (decisions.device = decide),
        setDisplayMediaRequestHandler: () => undefined,
        setSpellCheckerEnabled: () => undefined,
        setPreloads: () => undefined,
        clearCache: async () => undefined,
        clearStorageData: async () => undefined,
        flushStorageData: () => undefined,
        /** What is on the wire fails, too, as in Electron. */
        async closeAllConnections() {
          connections.abort(new Error('net::ERR_ABORTED'));
          connections = new AbortController();
        },
        isPersistent: () => partition === '' || partition.startsWith('persist:'),
      },
    ),
  );
}

/** `session`: the default one, and one for each partition. */
export function createSession(protocols: Protocols, net: Net) {
  const all = new Map<string, Session>();
  function fromPartition(partition: string): Session {
    const session = all.get(partition) ?? createOne(partition, protocols, net);
    all.set(partition, session);
    return session;
  }
  return only('session', { defaultSession: fromPartition(''), fromPartition });
}
