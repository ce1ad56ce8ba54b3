import type { App } from 'electron';
import { expect, test, vi } from 'vitest';
import { sendNoClientCertificate } from '../../../main/security/client-certificates.ts';

test('no certificate of the person is sent, whoever asks', () => {
  let asked: (...values: unknown[]) => void = () => undefined;
  const app = { on: (_event: string, listener: typeof asked) => (asked = listener) };
  sendNoClientCertificate(app as unknown as Pick<App, 'on'>);
  const event = { preventDefault: vi.fn() };
  const choose = vi.fn();
  asked(event, null, 'https://elsewhere.example', [{ subjectName: 'the person' }], choose);
  expect(event.preventDefault).toHaveBeenCalledOnce();
  expect(choose).toHaveBeenCalledExactlyOnceWith();
});
