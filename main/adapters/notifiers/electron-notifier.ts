import type Electron from 'electron';
import type { NotShownCause } from '../../monitor/notice.ts';
import { asMarkup, bannerBody, bannerTitle } from './banner-text.ts';
import { notShown, type Notifier, type SoundingBanner } from './notifier.ts';

/** The part of an Electron `Notification` that is used; the composition root hands in `(options) => new Notification(options)`. */
export interface NativeBanner {
  on(event: 'show' | 'click' | 'close' | 'failed', listener: () => void): unknown;
  show(): void;
  close(): void;
}

export interface ElectronNotifierPorts {
  readonly platform: NodeJS.Platform;
  readonly isSupported: () => boolean;
  readonly create: (options: Electron.NotificationConstructorOptions) => NativeBanner;
  /** Calls `run` after that many milliseconds; the returned function cancels it. */
  readonly after: (delayMs: number, run: () => void) => () => void;
}

/** macOS without a signed bundle says neither `show` nor `failed`. */
const silenceMs = 3_000;
/** Systems that never say `close` must not make the references grow without bound. */
const keptAtMost = 100;

/** Banners of Electron's own `Notification`: with clicks and the app's identity on every system. */
export function createElectronNotifier(ports: ElectronNotifierPorts): Notifier {
  // Without a reference the banner is collected, and its click is lost (Electron 45, Notification).
  const kept = new Set<NativeBanner>();

  function keep(native: NativeBanner): void {
    kept.add(native);
    for (const oldest of kept) {
      if (kept.size <= keptAtMost) return;
      kept.delete(oldest);
    }
  }

  return {
    show: (banner, onClick) =>
      new Promise((resolve) => {
        try {
          if (!ports.isSupported()) return resolve(notShown('electron', 'not-supported'));
          const native = ports.create(optionsOf(banner, ports.platform));
          const fail = (reason: NotShownCause) => {
            cancel();
            kept.delete(native);
            resolve(notShown('electron', reason));
          };
          const cancel = ports.after(silenceMs, () => {
            fail('no-answer');
            // Should it come up later, the next notifier has shown it already.
            native.close();
          });
          native.on('show', () => {
            cancel();
            resolve({ kind: 'shown', by: 'electron' });
          });
          native.on('failed', () => fail('refused'));
          native.on('click', () => {
            kept.delete(native);
            onClick();
          });
          native.on('close', () => kept.delete(native));
          keep(native);
          native.show();
        } catch {
          resolve(notShown('electron', 'refused'));
        }
      }),
  };
}

function optionsOf(
  banner: SoundingBanner,
  platform: NodeJS.Platform,
): Electron.NotificationConstructorOptions {
  const body = bannerBody(banner.body);
  return {
    title: bannerTitle(banner.title),
    body: platform === 'linux' ? asMarkup(body) : body,
    silent: !banner.sound,
    urgency: banner.urgent ? 'critical' : 'normal',
    timeoutType: banner.urgent ? 'never' : 'default',
  };
}
