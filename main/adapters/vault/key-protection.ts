import type Electron from 'electron';

/** How well this system can protect a key. `none`: it cannot encrypt at all. */
export type KeyProtection = 'keyring' | 'weak' | 'none';

export type ProtectionPorts = {
  readonly platform: NodeJS.Platform;
  readonly safeStorage: Pick<
    Electron.SafeStorage,
    'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'getSelectedStorageBackend'
  >;
};

/**
 * Finds out by encrypting a constant, because `isAsyncEncryptionAvailable` answers true on Linux also where only
 * Chromium's hard-coded key is there, and the backend's name only says what was chosen from the desktop environment.
 * Ciphertext of the hard-coded key begins with `v10` on Linux; elsewhere `v10` is the normal, protected prefix.
 */
export async function probeKeyProtection({ platform, safeStorage }: ProtectionPorts): Promise<KeyProtection> {
  try {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return 'none';
    if (platform !== 'linux') return 'keyring';
    if (safeStorage.getSelectedStorageBackend() === 'basic_text') return 'weak';
    const probe = await safeStorage.encryptStringAsync('probe');
    return isWeak({ platform }, probe) ? 'weak' : 'keyring';
  } catch {
    return 'none';
  }
}

/** True for what every computer could decrypt. */
export function isWeak({ platform }: Pick<ProtectionPorts, 'platform'>, ciphertext: Buffer): boolean {
  return platform === 'linux' && ciphertext.subarray(0, 3).toString('latin1') === 'v10';
}

/** What wrote a ciphertext, for a person who moves between desktops: `gnome_libsecret`, `keychain`, `dpapi`… */
export function backendName({ platform, safeStorage }: ProtectionPorts): string {
  if (platform === 'darwin') return 'keychain';
  if (platform === 'win32') return 'dpapi';
  return safeStorage.getSelectedStorageBackend();
}
