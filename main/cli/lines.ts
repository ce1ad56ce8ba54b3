import type { AssetReference } from '../monitor/asset.ts';
import type { Watch } from '../monitor/state.ts';

/** A change of one import's status, as the command prints it. */
export interface ChangeLine {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly watch: Pick<Watch, 'reference' | 'known'>;
  readonly from: string | null;
}

/** One JSON object for one line. The field names are a promise to scripts. */
export function jsonLine({ at, watch, from }: ChangeLine): string {
  const { known, reference } = watch;
  return JSON.stringify({
    at: new Date(at).toISOString(),
    ref: referenceText(reference),
    from,
    to: known?.status ?? null,
    text: known?.text ?? null,
    metaData: known?.metaData ?? null,
  });
}

export function textLine({ at, watch, from }: ChangeLine): string {
  const { known, reference } = watch;
  const change = from === null ? known?.status : `${from} -> ${known?.status}`;
  const text = known?.text ? `  ${known.text}` : '';
  return `${new Date(at).toISOString()}  ${referenceText(reference)}  ${change}${text}`;
}

export function referenceText({ workspace, projectId, assetId }: AssetReference): string {
  return `${workspace}/${projectId}/${assetId}`;
}
