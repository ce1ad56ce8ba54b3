import { isOnLoopback } from '../../main/mi/api-address.ts';

/** Words for electron-builder's command line, and what to say about them. */
export interface Further {
  readonly words: readonly string[];
  readonly remarks: readonly string[];
}

/**
 * What the environment adds to electron-builder.yml: where updates come from (`IMPORT_WATCH_FEED`, an https address or
 * `github:OWNER/REPOSITORY`), and on macOS that a certificate signs in place of no one. Throws where the feed is neither.
 */
export function optionsFrom(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): Further {
  const feed = feedOf(environment['IMPORT_WATCH_FEED'] ?? '');
  if (platform !== 'darwin') return { words: feed, remarks: [] };
  const isSigned = ['CSC_LINK', 'CSC_NAME'].some((name) => environment[name]);
  if (isSigned) return { words: [...feed, '-c.mac.identity='], remarks: [] };
  if (feed.length === 0) return { words: [], remarks: [] };
  // Squirrel compares the signatures of both versions, and those made without a certificate never agree.
  return {
    words: [],
    remarks: ['No feed: without a certificate (CSC_LINK or CSC_NAME), an app on macOS cannot be updated.'],
  };
}

function feedOf(feed: string): readonly string[] {
  if (feed === '') return [];
  const [, owner, repository] = /^github:([\w.-]+)\/([\w.-]+)$/.exec(feed) ?? [];
  if (owner !== undefined && repository !== undefined)
    return publishOptions({ provider: 'github', owner, repo: repository });
  if (feed.startsWith('https://') || isOnLoopback(feed))
    return publishOptions({ provider: 'generic', url: feed });
  throw new Error('IMPORT_WATCH_FEED is neither an https address nor github:OWNER/REPOSITORY.');
}

function publishOptions(options: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(options).map(([name, value]) => `-c.publish.${name}=${value}`);
}
