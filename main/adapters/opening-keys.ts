import type { GlobalShortcut } from 'electron';
import type { Shortcut } from '../contract.ts';

/** Holds the keys that call `open` from anywhere in the system. */
export function createOpeningKeys(port: Pick<GlobalShortcut, 'register' | 'unregister'>, open: () => void) {
  let held: Shortcut | null = null;

  return {
    /**
     * Puts these keys in place of those before, null for none. False where they cannot be had, because another program or the system has
     * them; then those before stay. On Wayland the desktop asks the person and true means only that it was asked (Electron 45).
     */
    become(wanted: Shortcut | null): boolean {
      if (wanted === held) return true;
      if (wanted !== null && !port.register(wanted, open)) return false;
      if (held !== null) port.unregister(held);
      held = wanted;
      return true;
    },
  };
}
