import type { ImportStatus } from '../model/import-status.ts';

export interface SimulatedMetaData {
  readonly resolution?: string;
  readonly durationMs?: number;
  readonly size?: number;
  readonly format?: string;
}

/** `uploadResult` as the import-status page has it; of the texts for `INVALID_METADATA`, the one about the resolution. */
export const defaultTexts: Record<ImportStatus, string> = {
  IN_PROGRESS: 'Upload in progress',
  COMPLETED: 'Video copy completed',
  FAILED: 'Upload failed',
  FILE_NOT_EXIST: 'No file',
  INVALID_METADATA: 'Unsupported resolution (supported resolutions: 360p to 1080p)',
};

const imageFormats = new Set(['png', 'jpg', 'heic']);
const resolutions = ['1920x1080', '1280x720', '640x360'] as const;

/** Metadata that fits the file name: images have no duration. */
export function plausibleMetaData(fileName: string, random: () => number): SimulatedMetaData {
  const format = fileName.split('.').pop() ?? 'mp4';
  const resolution = resolutions[Math.floor(random() * resolutions.length)] ?? resolutions[0];
  if (imageFormats.has(format))
    return { resolution, size: 200_000 + Math.floor(random() * 9_000_000), format };
  const durationMs = 20_000 + Math.floor(random() * 5_400_000);
  return { resolution, durationMs, size: Math.floor(durationMs * (200 + random() * 900)), format };
}
