import { load } from 'js-yaml';
import * as v from 'valibot';
import { isOnLoopback } from '../../mi/api-address.ts';

/** What electron-builder writes down of the feed, as far as it is read here. */
const feeds = v.variant('provider', [
  v.object({
    provider: v.literal('generic'),
    url: v.pipe(
      v.string(),
      v.url(),
      // The checksums come from there, too: on an open line anybody could send another program with checksums of its own.
      v.check((url) => url.startsWith('https://') || isOnLoopback(url), 'The feed is not https.'),
    ),
  }),
  v.object({ provider: v.literal('github'), owner: v.string(), repo: v.string() }),
]);

/** The page of the feed that `app-update.yml` names, for a person to open. Throws where it is a feed that is not to be trusted. */
export function pageOfFeed(text: string): string {
  const feed = v.parse(feeds, load(text));
  return feed.provider === 'github'
    ? `https://github.com/${feed.owner}/${feed.repo}/releases/latest`
    : feed.url;
}
