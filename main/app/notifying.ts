import type Electron from 'electron';
import { createSilence } from '../adapters/notifiers/do-not-disturb.ts';
import type { Clicks } from '../adapters/notifiers/clicks.ts';
import { createElectronNotifier } from '../adapters/notifiers/electron-notifier.ts';
import { createNodeNotifier } from '../adapters/notifiers/node-notifier.ts';
import type { Clicked, ClickLabels } from '../adapters/notifiers/notifier.ts';
import { createNotifierChain } from '../adapters/notifiers/notifier-chain.ts';
import type { Receipts } from '../adapters/notifiers/receipts.ts';
import type { Language, Pushes, Settings } from '../contract.ts';
import type { AccountId, WatchId } from '../model/asset.ts';
import type { Notice } from '../model/notice.ts';
import type { Problem } from '../model/problem.ts';
import type { ShowOutcome } from '../monitor/kernel/events.ts';
import { after } from '../runner/timer.ts';
import { bannerOf, type Banner } from '../wording/banner.ts';
import { bannerTargetOf, failedWatchOf } from '../wording/banner-target.ts';
import { problemText } from '../../words/problem-text.ts';
import { sharedWords } from '../../words/shared-words.ts';
import type { Warnings } from './warnings.ts';

/** The settings that are read anew for each banner. */
export type BannerSetting = 'notifier' | 'sound';

export interface NotifyingPorts {
  readonly platform: NodeJS.Platform;
  /** Electron's own notifications. */
  readonly system: Pick<typeof Electron.Notification, 'isSupported' | 'handleActivation'> & {
    new (options: Electron.NotificationConstructorOptions): Electron.Notification;
  };
  readonly settings: () => Pick<Settings, BannerSetting>;
  readonly language: () => Language;
  /** Called when a banner is clicked. */
  readonly open: (target: Pushes['show']) => void;
  /** Called when the button of a failure’s banner is clicked. */
  readonly openWorkspace: (watch: WatchId) => void;
  readonly clicks: Clicks;
  readonly warn: Pick<Warnings, 'raise' | 'withdraw'>;
  readonly receipts: Pick<Receipts, 'during'>;
  /** Whether the person has told the system to show no banners. */
  readonly isSystemQuiet: () => Promise<boolean>;
  /** They may be shown again. */
  readonly silenceOver: () => void;
}

/** Puts notices and problems into words and shows them with whichever notifier works on this computer. */
export function createNotifying(ports: NotifyingPorts) {
  const notifiers = {
    'node-notifier': createNodeNotifier({
      platform: ports.platform,
      // Loaded with the first banner, because most runs show none.
      load: async () => (await import('node-notifier')).default,
      after,
      receipts: ports.receipts,
      clicks: ports.clicks,
    }),
    electron: createElectronNotifier({
      platform: ports.platform,
      isSupported: () => ports.system.isSupported(),
      create: (options) => new ports.system(options),
      onActivation: (listener) => {
        if (ports.platform === 'win32') ports.system.handleActivation(listener);
      },
      clickedOfBefore: () => ports.open({ view: 'inbox', watch: null, group: null }),
      after,
    }),
  };
  const chain = createNotifierChain({
    platform: ports.platform,
    choice: () => ports.settings().notifier,
    notifiers,
  });

  const silence = createSilence({ isQuiet: ports.isSystemQuiet, after, over: ports.silenceOver });

  async function show(
    banner: Banner & { readonly receipt: string | null; readonly labels: ClickLabels | null },
    clicked: (what: Clicked) => void,
  ): Promise<ShowOutcome> {
    const outcome = await chain.show({ ...banner, sound: ports.settings().sound }, clicked);
    if (outcome.kind === 'shown') ports.warn.withdraw('no-notifier');
    else ports.warn.raise({ kind: 'no-notifier', reasons: outcome.reasons });
    return outcome;
  }

  return {
    /** To be called as the window is made: macOS asks for permission at the first use, better while the person looks than at the first banner. */
    askWhileSeen(): void {
      if (ports.platform === 'darwin') ports.system.isSupported();
    },
    /** Each by itself, for the self-check. */
    notifiers,
    async show(notices: readonly Readonly<Notice>[], digest: boolean, receipt: string): Promise<ShowOutcome> {
      if (await silence.isKept()) return { kind: 'not-now' };
      const language = ports.language();
      const banner = bannerOf(notices, { words: sharedWords[language], language, digest });
      const target = bannerTargetOf(notices);
      const failed = failedWatchOf(notices);
      const { show: open, openWorkspace } = sharedWords[language].notices;
      const labels = { open, workspace: failed === null ? null : openWorkspace };
      return show({ ...banner, receipt, labels }, (what) => {
        if (what === 'workspace' && failed !== null) ports.openWorkspace(failed);
        else ports.open(target);
      });
    },
    stop(): void {
      silence.stop();
      ports.clicks.stop();
    },
    close(receipt: string): void {
      for (const notifier of Object.values(notifiers)) notifier.close(receipt);
    },
    /** Says once that an account needs the person; the tray and the window keep showing it. */
    async tellProblem(account: AccountId, problem: Problem): Promise<'told' | 'not-now'> {
      if (await silence.isKept()) return 'not-now';
      const { title, advice } = problemText(problem, ports.language());
      await show({ title, body: advice, urgent: true, receipt: null, labels: null }, () =>
        ports.open({ view: 'account', watch: null, group: null, account }),
      );
      return 'told';
    },
  };
}
