import { readdirSync } from 'node:fs';

/** The names in a folder; none where it is not there or may not be read, which the first save then tells. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
