import type { Asked, BucketObject, PageMark, PickPage, Result } from '../../../main/contract.ts';
import { createLiveList } from '../add/asked.svelte.ts';

type Folder = PickPage['folders'][number];

/** Walks through the folders of one bucket, and gathers the pages of the one that is open. */
export function createBucketBrowser(
  ask: (prefix: string, after: PageMark | null) => Promise<Result<Asked<PickPage>>>,
) {
  const list = createLiveList<PickPage>();
  let prefix = $state('');
  let folders = $state.raw<readonly Folder[]>([]);
  let objects = $state.raw<readonly BucketObject[]>([]);
  let last: (() => Promise<void>) | null = null;

  async function load(after: PageMark | null): Promise<void> {
    const asked = prefix;
    last = () => load(after);
    await list.load(() => ask(asked, after));
    // Another folder was opened meanwhile, or the page did not come.
    if (asked !== prefix || list.state.kind !== 'answer') return;
    const page = list.state.value;
    // Pages may overlap where something was added or removed between them.
    folders = byName([...folders, ...page.folders], (folder) => folder.prefix);
    objects = byName([...objects, ...page.objects], ({ key }) => key);
  }

  return {
    list,
    get prefix() {
      return prefix;
    },
    get folders() {
      return folders;
    },
    get objects() {
      return objects;
    },
    get hasMore() {
      return (list.last?.next ?? null) !== null;
    },
    async open(next: string): Promise<void> {
      prefix = next;
      folders = [];
      objects = [];
      list.clear();
      await load(null);
    },
    loadMore: (): Promise<void> => load(list.last?.next ?? null),
    retry: async (): Promise<void> => last?.(),
  };
}

function byName<Entry>(entries: readonly Entry[], nameOf: (entry: Entry) => string): readonly Entry[] {
  return [...new Map(entries.map((entry) => [nameOf(entry), entry])).values()];
}
