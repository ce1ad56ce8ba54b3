import { answers } from './answers.ts';
import { appPaths } from './app-paths.ts';
import { paste } from './paste.ts';
import { requests } from './requests.ts';
import { storeRows } from './store-rows.ts';
import type { FuzzTarget } from './target.ts';

/** All doors through which something comes in that the app did not make. */
export const fuzzTargets: readonly FuzzTarget[] = [paste, answers, storeRows, requests, appPaths];
