import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Electron from 'electron';
import { only } from './only.ts';

/** Desktops that Electron knows (docs/api/safe-storage.md); all others are said to have `basic_text`, with a keyring or without. */
const withLibsecret = new Set(['X-Cinnamon', 'Deepin', 'GNOME', 'Pantheon', 'XFCE', 'UKUI', 'unity']);

type Named = Readonly<Record<string, string | undefined>>;

/**
 * `safeStorage` as on Linux. The first call of a process asks the keyring for its key, which may open a prompt: every call waits for the
 * answer, and a refusal holds as long as the process lives (shell/browser/api/electron_api_safe_storage.cc keeps one encryptor, and
 * Chromium's os_crypt_async.cc one set of keys). Without the keyring's key (prefix v11) everything is encrypted with one that every
 * computer has (v10), and what was encrypted with v11 is refused as if for now.
 *
 * `STAND_IN_KEYRING`: `none` (the default), `ready`, `locked` (its prompt was dismissed) or `prompts`, which waits for a spec to call
 * `safeStorage.answerPrompt`. The keyring's key lies beside the data: no protection.
 */
export function createSafeStorage(userData: () => string, environment: Named = process.env) {
  const keyring = environment['STAND_IN_KEYRING'] ?? 'none';
  const prompt = Promise.withResolvers<boolean>();
  const opened = keyring === 'prompts' ? prompt.promise : Promise.resolve(keyring === 'ready');

  function keyOf(prefix: string): Buffer {
    if (prefix === 'v10') return createHash('sha256').update(prefix).digest();
    const file = join(userData(), 'stand-in-keyring');
    if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 });
    return readFileSync(file);
  }

  const prefixWhere = (isOpen: boolean) => (isOpen ? 'v11' : 'v10');

  return only('safeStorage', {
    answerPrompt: (isOpen: boolean) => prompt.resolve(isOpen),
    async encryptStringAsync(text: string) {
      const prefix = prefixWhere(await opened);
      const start = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keyOf(prefix), start);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.from(prefix), start, cipher.getAuthTag(), body]);
    },
    async decryptStringAsync(bytes: Buffer) {
      const isOpen = await opened;
      const prefix = bytes.toString('latin1', 0, 3);
      if (prefix === 'v11' && !isOpen)
        throw new Error('safeStorage.decryptStringAsync is temporarily unavailable. Please try again.');
      try {
        const decipher = createDecipheriv('aes-256-gcm', keyOf(prefix), bytes.subarray(3, 15));
        decipher.setAuthTag(bytes.subarray(15, 31));
        const result = decipher.update(bytes.subarray(31), undefined, 'utf8') + decipher.final('utf8');
        return { result, shouldReEncrypt: prefix !== prefixWhere(isOpen) };
      } catch {
        throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.');
      }
    },
    getSelectedStorageBackend: () =>
      withLibsecret.has(environment['XDG_CURRENT_DESKTOP'] ?? '') ? 'gnome_libsecret' : 'basic_text',
  } satisfies Pick<
    Electron.SafeStorage,
    'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
  > & { answerPrompt: (isOpen: boolean) => void });
}
