import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The names in the watchlist's own folder. */
export const filesIn = (folder: string) => readdirSync(join(folder, 'watchlist')).toSorted();
export const journals = (folder: string) => filesIn(folder).filter((name) => name.startsWith('changes-'));
