import type { App } from 'electron';
import type { Pushes } from '../contract.ts';
import {
  referenceText,
  watchIdOf,
  type AccountId,
  type AssetReference,
  type WatchId,
} from '../model/asset.ts';

/** A link of the app. Anybody may write one, also a web page: it shows and offers, and never adds by itself. */
interface AppLink {
  readonly wish: 'watch' | 'open';
  readonly reference: AssetReference;
}

const pattern = /^import-watch:\/\/(watch|open)\/([a-z0-9-]{3,63})\/([1-9]\d{0,15})\/([1-9]\d{0,15})\/?$/i;

/** Null where it is no link of the app, or one that it cannot read: what it would mean is not guessed. */
export function appLinkOf(text: string): AppLink | null {
  const [, wish, workspace, project, asset] = pattern.exec(text) ?? [];
  if (wish === undefined) return null;
  const reference = { workspace: workspace!, projectId: Number(project), assetId: Number(asset) };
  if (!Number.isSafeInteger(reference.projectId) || !Number.isSafeInteger(reference.assetId)) return null;
  return { wish: wish.toLowerCase() === 'open' ? 'open' : 'watch', reference };
}

export interface AppLinkPorts {
  readonly app: Pick<App, 'on'>;
  /** Of this start, which may have a link among them. */
  readonly words: readonly string[];
}

/**
 * Listens for links from the first moment on: Windows and Linux give them as a word of a start, be it a second one, macOS as an event
 * that may come before the app is ready. What came before `open` waits for it.
 */
export function receiveAppLinks({ app, words }: AppLinkPorts) {
  let waiting = linkAmong(words);
  let open: ((link: AppLink) => void) | null = null;

  function take(link: AppLink | null): void {
    if (link === null) return;
    if (open === null) waiting = link;
    else open(link);
  }

  app.on('open-url', (event, address) => {
    event.preventDefault();
    take(appLinkOf(address));
  });
  app.on('second-instance', (_event, later) => take(linkAmong(later)));

  return {
    begin(run: (link: AppLink) => void): void {
      open = run;
      take(waiting);
      waiting = null;
    },
  };
}

function linkAmong(words: readonly string[]): AppLink | null {
  return words.map(appLinkOf).find((link) => link !== null) ?? null;
}

/** What a link shows: the row, where it is to be opened and is watched, else the form in which a person may add it. */
export function targetOf(
  { wish, reference }: AppLink,
  accounts: readonly AccountId[],
  isWatched: (watch: WatchId) => boolean,
): Pushes['show'] {
  const watch = accounts.map((account) => watchIdOf(account, reference)).find(isWatched) ?? null;
  if (wish === 'open' && watch !== null) return { view: 'watchlist', watch, group: null };
  return { view: 'add', watch: null, group: null, offer: referenceText(reference) };
}
