import { KnownEvents } from './emitter.ts';
import { only } from './only.ts';

type Decide = ((...values: unknown[]) => unknown) | null;

/** `session`: keeps the app's decisions so that specs can ask them; Chromium itself is not told of them. */
export function createSession(protocol: object) {
  const decisions: Record<'request' | 'check' | 'device', Decide> = {
    request: null,
    check: null,
    device: null,
  };
  const defaultSession = only(
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
        protocol,
        setPermissionRequestHandler: (decide: Decide) => void (decisions.request = decide),
        setPermissionCheckHandler: (decide: Decide) => void (decisions.check = decide),
        setDevicePermissionHandler: (decide: Decide) => void (decisions.device = decide),
        setDisplayMediaRequestHandler: () => undefined,
        setSpellCheckerEnabled: () => undefined,
        setPreloads: () => undefined,
        clearCache: async () => undefined,
        clearStorageData: async () => undefined,
        flushStorageData: () => undefined,
        closeAllConnections: async () => undefined,
        isPersistent: () => true,
      },
    ),
  );
  return only('session', { defaultSession, fromPartition: () => defaultSession });
}
