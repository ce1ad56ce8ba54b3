import type { Asked, Bridge, RequestOf, Result } from '../../../main/contract.ts';

/** The names of the files in a project. */
export interface ProjectNames {
  readonly names: ReadonlySet<string>;
  /** Entries that could not be read. */
  readonly skipped: number;
  /** It has more of them than were read. */
  readonly isCut: boolean;
}

/** Pages of a thousand. A project that is larger is not read through for a remark. */
const mostPages = 10;

/** Names that look the same are the same, however a computer composes their letters. */
export const comparableName = (name: string): string => name.normalize('NFC');

export async function readProjectNames(
  { listAssets }: Pick<Bridge['request'], 'listAssets'>,
  place: Omit<RequestOf<'listAssets'>, 'page'>,
): Promise<Result<Asked<ProjectNames>>> {
  const names = new Set<string>();
  let skipped = 0;
  for (let page = 1; ; page += 1) {
    const reply = await listAssets({ ...place, page });
    if (!reply.ok || reply.value.kind !== 'answer') return reply as Result<Asked<never>>;
    const { assets, pages, skipped: left } = reply.value.value;
    for (const { fileName } of assets) if (fileName !== null) names.add(comparableName(fileName));
    skipped += left;
    if (page < Math.min(pages, mostPages)) continue;
    return { ok: true, value: { kind: 'answer', value: { names, skipped, isCut: pages > page } } };
  }
}
