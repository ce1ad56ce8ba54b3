import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Electron from 'electron';
import { only } from './only.ts';

/**
 * `safeStorage` as on Linux. `STAND_IN_KEYRING`: `none` (the default: prefix v10, as Chromium's hard-coded key), `ready`
 * (prefix v11, as a Secret Service), or `locked` (decrypting is refused for now). The key lies beside the data: no protection.
 */
export function createSafeStorage(userData: () => string) {
  const keyring = process.env['STAND_IN_KEYRING'] ?? 'none';
  const prefix = keyring === 'none' ? 'v10' : 'v11';

  function key(): Buffer {
    const file = join(userData(), 'stand-in-keyring');
    if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 });
    return readFileSync(file);
  }

  return only('safeStorage', {
    isAsyncEncryptionAvailable: async () => true,
    async encryptStringAsync(text: string) {
      const start = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key(), start);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.from(prefix), start, cipher.getAuthTag(), body]);
    },
    async decryptStringAsync(bytes: Buffer) {
      if (keyring === 'locked') throw new Error('Decryption is temporarily unavailable. Please try again.');
      const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(3, 15));
      decipher.setAuthTag(bytes.subarray(15, 31));
      const result = decipher.update(bytes.subarray(31), undefined, 'utf8') + decipher.final('utf8');
      return { result, shouldReEncrypt: bytes.toString('latin1', 0, 3) !== prefix };
    },
    getSelectedStorageBackend: () => (keyring === 'none' ? 'basic_text' : 'gnome_libsecret'),
  } satisfies Pick<
    Electron.SafeStorage,
    'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
  >);
}
