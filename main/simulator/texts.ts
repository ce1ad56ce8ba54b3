import type { ImportStatus } from '../monitor/import-status.ts';
import type { SimulatedMetaData, Unfit } from './world.ts';

/** `uploadResult` of `INVALID_METADATA`, by what does not fit, as the import-status page has it. */
export const unfitTexts: Record<Unfit, string> = {
  resolution: 'Unsupported resolution (supported resolutions: 360p to 1080p)',
  length: 'Unsupported video length (up to 6 hours)',
  format: 'Unsupported file format (supported resolutions: 360p to 1080p, up to 6 hours)',
};

/** `uploadResult` as the import-status page has it. */
export const defaultTexts: Record<ImportStatus, string> = {
  IN_PROGRESS: 'Upload in progress',
  COMPLETED: 'Video copy completed',
  FAILED: 'Upload failed',
  FILE_NOT_EXIST: 'No file',
  INVALID_METADATA: unfitTexts.resolution,
};

/** What can be registered (create-assets page). */
const formats = new Set(['mp4', 'mkv', 'mov', 'webm', 'png', 'jpg', 'heic']);

export function isKnownFormat(fileName: string): boolean {
  return formats.has(fileName.split('.').at(-1)?.toLowerCase() ?? '');
}

const imageFormats = new Set(['png', 'jpg', 'heic']);
const resolutions = ['1920x1080', '1280x720', '640x360'] as const;

/** Metadata that fits the file name: images have no length. */
export function plausibleMetaData(fileName: string, random: () => number): SimulatedMetaData {
  const format = fileName.split('.').pop() ?? 'mp4';
  const resolution = resolutions[Math.floor(random() * resolutions.length)] ?? resolutions[0];
  if (imageFormats.has(format))
    return { resolution, size: 200_000 + Math.floor(random() * 9_000_000), format };
  const durationMs = 20_000 + Math.floor(random() * 5_400_000);
  return { resolution, durationMs, size: Math.floor(durationMs * (200 + random() * 900)), format };
}
