import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { dump, load } from 'js-yaml';
import * as v from 'valibot';

/** A feed of electron-updater as electron-builder writes it; what else is in it is kept. */
const ofFeed = v.looseObject({ version: v.string(), files: v.array(v.looseObject({ url: v.string() })) });

/**
 * Copies the installers and feeds of all systems from below `from` into `to`. Two Macs make one feed each under the same name, which become
 * one. Throws where a name is there twice otherwise, and where a feed names a file that is not there.
 */
export function gatherFiles(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const path of globSync('installers-*/*', { cwd: from }).toSorted()) {
    const source = join(from, path);
    const target = join(to, basename(path));
    if (!existsSync(target)) copyFileSync(source, target);
    else if (/^latest.*\.yml$/.test(basename(path))) writeFileSync(target, joinedFeed(target, source));
    else throw new Error(`${basename(path)} was made twice.`);
  }
  for (const feed of readdirSync(to).filter((name) => name.endsWith('.yml')))
    for (const { url } of feedIn(join(to, feed)).files)
      if (!existsSync(join(to, url))) throw new Error(`${feed} names ${url}, which is not there.`);
}

function joinedFeed(one: string, other: string): string {
  const [first, second] = [feedIn(one), feedIn(other)];
  if (first.version !== second.version) throw new Error(`${basename(one)} is of two versions.`);
  return dump({ ...first, files: [...first.files, ...second.files] }, { lineWidth: -1 });
}

function feedIn(file: string): v.InferOutput<typeof ofFeed> {
  return v.parse(ofFeed, load(readFileSync(file, 'utf8')));
}

/** The SHA-256 sums of all files in a folder, as `sha256sum --check` reads them. */
export function sumsOf(folder: string): string {
  return readdirSync(folder)
    .toSorted()
    .map(
      (name) =>
        `${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}  ${name}\n`,
    )
    .join('');
}
