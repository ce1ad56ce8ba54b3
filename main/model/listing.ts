import type { AccountId } from './asset.ts';

/** How the list of a project shows an asset: not at all, without complete metadata, or with it. */
export const appearances = ['absent', 'bare', 'whole'] as const;
export type Appearance = (typeof appearances)[number];

/** How it may show that an import has not completed. */
export const unfinishedAppearances = ['absent', 'bare'] as const satisfies readonly Appearance[];
export type UnfinishedAppearance = (typeof unfinishedAppearances)[number];

/** How often each appearance was seen of late; small whole numbers. */
export type Sightings = Readonly<Record<Appearance, number>>;

export type Phase = 'running' | 'completed' | 'failed';

/** How the lists of an account were seen to show imports, which is not documented. */
export interface Listing extends Readonly<Record<Phase, Sightings>> {
  readonly account: AccountId;
}
