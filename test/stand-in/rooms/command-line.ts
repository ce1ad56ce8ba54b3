/** What the stand-in was started with. */
export interface CommandLine {
  /** Files to load before the app (`-r`): Playwright's loader, and recorders of the specs. */
  readonly preloads: readonly string[];
  /** Null for a packaged app, which lies beside the executable. */
  readonly appPath: string | null;
  readonly switches: ReadonlyMap<string, string>;
}

/** Electron's own reading: `-r FILE` and switches in any order, the first plain word is the app (unless it is packaged). */
export function readCommandLine(words: readonly string[], packaged: boolean): CommandLine {
  const preloads: string[] = [];
  const switches = new Map<string, string>();
  let appPath: string | null = null;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const found = /^--([^=]+)=?(.*)$/s.exec(word);
    if (word === '-r' || word === '--require') preloads.push(words[(index += 1)] ?? '');
    else if (found) switches.set(found[1] ?? '', found[2] ?? '');
    else if (appPath === null && !packaged) appPath = word;
  }
  return { preloads, appPath, switches };
}
