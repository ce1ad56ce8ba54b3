import type Electron from 'electron';

/** How well this system can protect a key; with `none` it cannot encrypt at all. */
export type KeyProtection = 'keyring' | 'weak' | 'none';

export type ProtectionPorts = {
  readonly platform: NodeJS.Platform;
  readonly safeStorage: Pick<
    Electron.SafeStorage,
    'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'getSelectedStorageBackend'
  >;
};

/**
 * Encrypts a constant to find out: on Linux `isAsyncEncryptionAvailable` is true even if there is only Chromium's hard-coded key, and the
 * name of the backend only says what was chosen for the desktop environment. On Linux, ciphertext of the hard-coded key begins with
 * `v10`; elsewhere `v10` is the normal prefix of protected ciphertext.
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

/** True for ciphertext that any computer could decrypt. */
export function isWeak({ platform }: Pick<ProtectionPorts, 'platform'>, ciphertext: Buffer): boolean {
  return platform === 'linux' && ciphertext.subarray(0, 3).toString('latin1') === 'v10';
}

/** The backend that encrypts, for people who move between desktops: `gnome_libsecret`, `keychain`, `dpapi`… */
export function backendName({ platform, safeStorage }: ProtectionPorts): string {
  if (platform === 'darwin') return 'keychain';
  if (platform === 'win32') return 'dpapi';
  return safeStorage.getSelectedStorageBackend();
}
