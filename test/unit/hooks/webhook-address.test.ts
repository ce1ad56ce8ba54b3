import { expect, test } from 'vitest';
import { readWebhookAddress } from '../../../main/hooks/webhook-address.ts';

test.each([
  ['https://hooks.slack.com/services/T0/B0/abc', 'https://hooks.slack.com'],
  [' https://a.example:8443/x?sig=%2F1&v=2#part ', 'https://a.example:8443'],
  ['http://127.0.0.1:9000/hook', 'http://127.0.0.1:9000'],
  ['http://localhost/hook', 'http://localhost'],
])('%s may be called', (text, origin) => {
  const read = readWebhookAddress(text);
  expect(read).toMatchObject({ kind: 'valid', origin });
  expect(read.kind === 'valid' && read.address).not.toContain('#');
});

test.each([
  ['', 'no-webhook-address'],
  ['hooks.slack.com/services', 'no-webhook-address'],
  ['http://hooks.slack.com/services', 'no-webhook-address'],
  ['http://127.0.0.1.example.com/', 'no-webhook-address'],
  ['http://192.168.0.1/', 'no-webhook-address'],
  ['file:///etc/passwd', 'no-webhook-address'],
  ['javascript:alert(1)', 'no-webhook-address'],
  ['https://user:pass@hooks.example/', 'has-a-login'],
])('%s is refused: %s', (text, reason) => {
  expect(readWebhookAddress(text)).toEqual({ kind: 'invalid', reason });
});
