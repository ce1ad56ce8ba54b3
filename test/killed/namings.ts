import type { Banner } from '../support/notification-daemon.ts';

const cut = /\b\d+ more$/m;

/** In how many banners each name stands. Throws where a banner was too short for all of its names, since then nothing can be said. */
export function namingsIn(banners: readonly Banner[], names: readonly string[]): Map<string, number> {
  const texts = banners.map(({ summary, body }) => `${summary}\n${body}`);
  const short = texts.find((text) => cut.test(text));
  if (short !== undefined) throw new Error(`A banner does not name all that it tells of: ${short}`);
  return new Map(
    names.map((name) => [name, texts.filter((text) => new RegExp(`\\b${name}\\b`).test(text)).length]),
  );
}
