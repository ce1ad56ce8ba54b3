import type { Asked, BucketObject, PageMark, PickPage, Result } from '../../../main/contract.ts';
import { createLiveList } from '../add/asked.svelte.ts';

type Folder = PickPage['folders'][number];

/** A page to ask for: of what begins so, the one after the mark. */
interface Part {
  readonly prefix: string;
  readonly after: PageMark | null;
}

/** What came of pages that were asked for together, and which are left. */
interface Pages extends Omit<PickPage, 'next'> {
  readonly left: readonly Part[];
}

/** Walks through the folders of one bucket, and gathers the pages of the one that is open. */
export function createBucketBrowser(
  ask: (prefix: string, after: PageMark | null) => Promise<Result<Asked<PickPage>>>,
) {
  const list = createLiveList<Pages>();
  let prefix = $state('');
  let folders = $state.raw<readonly Folder[]>([]);
  let objects = $state.raw<readonly BucketObject[]>([]);
  let last: (() => Promise<void>) | null = null;

  async function askAll(parts: readonly Part[]): Promise<Result<Asked<Pages>>> {
    let all: Pages = { folders: [], objects: [], skipped: 0, left: [] };
    for (const part of parts) {
      const reply = await ask(part.prefix, part.after);
      if (!reply.ok) return reply;
      if (reply.value.kind === 'problem') return { ok: true, value: reply.value };
      const { folders, objects, skipped, next } = reply.value.value;
      all = {
        folders: [...all.folders, ...folders],
        objects: [...all.objects, ...objects],
        skipped: all.skipped + skipped,
        left: next === null ? all.left : [...all.left, { ...part, after: next }],
      };
    }
    return { ok: true, value: { kind: 'answer', value: all } };
  }

  async function load(parts: readonly Part[]): Promise<void> {
    const asked = prefix;
    last = () => load(parts);
    await list.load(() => askAll(parts));
    // Another folder was opened meanwhile, or the page did not come.
    if (asked !== prefix || list.state.kind !== 'answer') return;
    const page = list.state.value;
    // Pages may overlap where something was added or removed between them.
    folders = byName([...folders, ...page.folders], (folder) => folder.prefix);
    objects = byName([...objects, ...page.objects], ({ key }) => key);
  }

  async function open(next: string, prefixes: readonly string[] = [next]): Promise<void> {
    prefix = next;
    folders = [];
    objects = [];
    list.clear();
    await load(prefixes.map((each) => ({ prefix: each, after: null })));
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
      return (list.last?.left ?? []).length > 0;
    },
    open: (next: string): Promise<void> => open(next),
    /**
     * What in the folder begins so, also as macOS writes names, in parts (NFD): Object Storage compares bytes. The folder's own name is
     * known to the byte.
     */
    search(folder: string, beginning: string): Promise<void> {
      const spellings = [beginning, beginning.normalize('NFC'), beginning.normalize('NFD')];
      const prefixes = spellings.map((spelling) => `${folder}${spelling}`);
      return open(
        `${folder}${beginning}`,
        byName(prefixes, (each) => each),
      );
    },
    loadMore: (): Promise<void> => load(list.last?.left ?? []),
    retry: async (): Promise<void> => last?.(),
  };
}

function byName<Entry>(entries: readonly Entry[], nameOf: (entry: Entry) => string): readonly Entry[] {
  return [...new Map(entries.map((entry) => [nameOf(entry), entry])).values()];
}
