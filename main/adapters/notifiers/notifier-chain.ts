import type { Settings } from '../../contract.ts';
import type { NotifierName, NotShownReason } from '../../model/notice.ts';
import type { BannerOutcome, Clicked, Notifier, SoundingBanner } from './notifier.ts';

export interface NotifierChainPorts {
  readonly platform: NodeJS.Platform;
  readonly notifiers: Readonly<Record<NotifierName, Notifier>>;
  /** Read anew for each banner, so that a changed setting takes effect at once. */
  readonly choice: () => Settings['notifier'];
}

/** On macOS and Windows, clicks and the app's own identity work only with Electron; on Linux notify-send is the simpler way. */
const orders: Partial<Record<NodeJS.Platform, readonly NotifierName[]>> = {
  darwin: ['electron', 'node-notifier'],
  win32: ['electron', 'node-notifier'],
};
const otherwise: readonly NotifierName[] = ['node-notifier', 'electron'];

/**
 * Tries the notifiers one after another. The next is tried only if the last one could not show the banner, so that none is shown twice. If
 * nobody knows whether it was shown, the inbox says so and the next is not tried.
 */
export function createNotifierChain(ports: NotifierChainPorts) {
  return {
    async show(banner: SoundingBanner, onClick: (what: Clicked) => void): Promise<BannerOutcome> {
      const reasons: NotShownReason[] = [];
      for (const name of namesFor(ports.platform, ports.choice())) {
        const outcome = await ports.notifiers[name].show(banner, onClick);
        if (outcome.kind === 'shown') return outcome;
        if (outcome.kind === 'unsure')
          return { kind: 'not-shown', reasons: [...reasons, { by: outcome.by, reason: 'no-answer' }] };
        reasons.push(...outcome.reasons);
      }
      return { kind: 'not-shown', reasons };
    },
  };
}

function namesFor(platform: NodeJS.Platform, choice: Settings['notifier']): readonly NotifierName[] {
  return choice === 'automatic' ? (orders[platform] ?? otherwise) : [choice];
}
