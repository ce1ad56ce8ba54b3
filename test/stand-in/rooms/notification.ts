import { execFile } from 'node:child_process';
import type Electron from 'electron';
import { KnownEvents } from './emitter.ts';

/** `STAND_IN_NOTIFICATION`: `none` (the default: not supported), `send` (through notify-send), or `fail`. */
const mode = process.env['STAND_IN_NOTIFICATION'] ?? 'none';

export class Notification extends KnownEvents {
  static readonly isSupported = (): boolean => mode !== 'none';
  readonly #options: Electron.NotificationConstructorOptions;

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super('Notification', ['show', 'click', 'close', 'failed', 'reply', 'action']);
    this.#options = options;
  }

  show(): void {
    if (mode === 'fail') {
      setImmediate(() => this.emit('failed', {}, 'STAND_IN_NOTIFICATION=fail'));
      return;
    }
    const { title = '', body = '', urgency = 'normal' } = this.#options;
    execFile('notify-send', [`--urgency=${urgency}`, '--', title, body], (error) => {
      if (error) this.emit('failed', {}, error.message);
      else this.emit('show', {});
    });
  }
  close(): void {}
}
