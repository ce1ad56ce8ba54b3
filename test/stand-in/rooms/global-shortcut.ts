import { only } from './only.ts';

const modifiers = /^(Command|Cmd|Control|Ctrl|CommandOrControl|CmdOrCtrl|Alt|Option|AltGr|Shift|Super|Meta)$/;

/**
 * Keys for the whole system, as X11, macOS and Windows give them: those that another program has are refused by a false and nothing else.
 * `STAND_IN_SHORTCUTS`: `granted` (the default) or `refused`, as on a desktop that gives none.
 */
export function createGlobalShortcut(
  isReady: () => boolean,
  environment: Readonly<Record<string, string | undefined>> = process.env,
) {
  const registered = new Map<string, () => void>();

  function checked(accelerator: string): string {
    if (!isReady()) throw new Error('globalShortcut cannot be used before the app is ready');
    const keys = accelerator.split('+');
    if (keys.pop() === '' || !keys.every((key) => modifiers.test(key)))
      throw new TypeError('Error processing argument at index 0, conversion failure');
    return accelerator;
  }

  return only('globalShortcut', {
    register(accelerator: string, callback: () => void): boolean {
      if (environment['STAND_IN_SHORTCUTS'] === 'refused' || registered.has(checked(accelerator)))
        return false;
      registered.set(accelerator, callback);
      return true;
    },
    isRegistered: (accelerator: string): boolean => registered.has(checked(accelerator)),
    unregister: (accelerator: string): void => void registered.delete(checked(accelerator)),
    unregisterAll: (): void => registered.clear(),
    /** For specs: a person presses these keys, in whatever program they are. */
    press: (accelerator: string): void => registered.get(accelerator)?.(),
  });
}
