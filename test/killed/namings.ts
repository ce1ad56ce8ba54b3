import type { Banner } from '../support/notification-daemon.ts';

/** How often banners named an import, in the order in which the daemon received them. */
export interface Naming {
  /** In a banner of its own, or of several ends that were learned together. */
  readonly asNews: number;
  /** In a banner that tells what happened while the app was away. */
  readonly inDigests: number;
}

const digest = 'While you were away';
const cut = /\b\d+ more$/m;

/** Each name with its namings. Throws where a banner was too short for all of its names, since then nothing can be said. */
export function namingsIn(banners: readonly Banner[], names: readonly string[]): Map<string, Naming> {
  const texts = banners.map(({ summary, body }) => `${summary}\n${body}`);
  const short = texts.find((text) => cut.test(text));
  if (short !== undefined) throw new Error(`A banner does not name all that it tells of: ${short}`);
  return new Map(
    names.map((name) => {
      const naming = texts.filter((text) => new RegExp(`\\b${name}\\b`).test(text));
      const inDigests = naming.filter((text) => text.startsWith(digest)).length;
      return [name, { asNews: naming.length - inDigests, inDigests }];
    }),
  );
}
