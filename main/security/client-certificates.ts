import type { App } from 'electron';

/** The service asks for none, and since Electron 44 one that the system has may be sent to whoever asks. */
export function sendNoClientCertificate(app: Pick<App, 'on'>): void {
  app.on('select-client-certificate', (event, _contents, _address, _certificates, choose) => {
    event.preventDefault();
    choose();
  });
}
