import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from 'electron';
import { expect, test } from 'vitest';
import { sendNoClientCertificate } from '../../../main/security/client-certificates.ts';
import { createNet } from '../../stand-in/rooms/net.ts';

test('no certificate of the person is sent to a server that asks for one', async () => {
  const server = createServer((request, response) =>
    response.end(String(request.headers['x-client-certificate'])),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const app = new EventEmitter();
  const { fetch } = createNet(app, { STAND_IN_CLIENT_CERTIFICATE: '1' });
  const said = async () => (await fetch(address)).text();

  expect(await said()).toBe('sent');
  sendNoClientCertificate(app as App);
  expect(await said()).toBe('undefined');
  server.close();
});
