import type { Language, MetaData } from '../main/contract.ts';
import { formatClockDuration, formatSize } from './format.ts';
import { shorten } from './shorten.ts';

const partLength = 40;

/** The known parts of an asset's metadata in reading order: `1920x1080`, `4:14`, `120 MB`, `mp4`. */
export function metaDataParts(metaData: MetaData | null, language: Language): readonly string[] {
  if (metaData === null) return [];
  const { durationMs, format, resolution, size } = metaData;
  return [
    resolution === null ? null : shorten(resolution, partLength),
    durationMs === null ? null : formatClockDuration(durationMs),
    size === null ? null : formatSize(size, language),
    format === null ? null : shorten(format, partLength),
  ].filter((part) => part !== null);
}
