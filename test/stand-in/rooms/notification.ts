import { execFile } from 'node:child_process';
import type Electron from 'electron';
import { KnownEvents } from './emitter.ts';

/** `STAND_IN_NOTIFICATION`: `none` (the default: not supported), `send` (through notify-send), or `fail`. */
const mode = process.env['STAND_IN_NOTIFICATION'] ?? 'none';

/**
 * A notification lives as long as the app refers to it: one that is garbage-collected hears of no click. Events come as in Electron, where
 * a refusal is told within `show` (shell/browser/notifications/linux/libnotify_notification.cc).
 */
export class Notification extends KnownEvents {
  static readonly isSupported = (): boolean => mode !== 'none';
  static #newest: WeakRef<Notification> | null = null;
  readonly #options: Electron.NotificationConstructorOptions;
  #isGone = false;

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super('Notification', ['show', 'click', 'close', 'failed', 'reply', 'action']);
    this.#options = options;
    Notification.#newest = new WeakRef(this);
  }

  /** For tests: the newest banner; null once it was collected. */
  static readonly newest = (): Notification | null => Notification.#newest?.deref() ?? null;

  show(): void {
    if (mode === 'fail') this.refuse();
    if (mode !== 'send') return;
    const { title = '', body = '', urgency = 'normal' } = this.#options;
    execFile('notify-send', [`--urgency=${urgency}`, '--', title, body], (error) => {
      if (error) this.refuse(error.message);
      else this.emit('show', {});
    });
  }
  close(): void {
    this.#isGone = true;
  }

  /** As a person does; a banner that was taken back or refused cannot be clicked. */
  click(): void {
    if (!this.#isGone) this.emit('click', {});
  }
  /** Windows leaves the toast in the Action Center, where it can be clicked (windows_toast_notification.cc). */
  timeOut(): void {
    this.emit('close', { reason: 'timedOut' });
  }
  refuse(error = 'refused'): void {
    this.#isGone = true;
    this.emit('failed', {}, error);
  }
}
