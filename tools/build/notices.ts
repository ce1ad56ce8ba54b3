import { globSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const ofBundle = v.array(
  v.object({
    name: v.string(),
    version: v.string(),
    identifier: v.optional(v.string()),
    text: v.optional(v.string()),
  }),
);
type Notice = v.InferOutput<typeof ofBundle>[number];

const ofPackage = v.object({ name: v.string(), version: v.string(), license: v.optional(v.string()) });
const ofLock = v.object({
  packages: v.record(
    v.string(),
    v.object({ dev: v.optional(v.boolean()), optional: v.optional(v.boolean()) }),
  ),
});

/** What the app shows in About, and what lies beside it in each package. */
export const noticesFile = 'out/THIRD-PARTY-NOTICES.txt';

/** Gathers the licences of all that is bundled, and of the packages that are packed beside the bundles, into one text. */
export function writeNotices(): void {
  const lists = globSync('out/{main,renderer}/*licenses.json');
  const bundled = lists.flatMap((file) => v.parse(ofBundle, JSON.parse(readFileSync(file, 'utf8'))));
  // Packed with the app they would be a second, partial answer.
  for (const file of lists) rmSync(file);
  const all = new Map(
    [...bundled, ...packed()].map((notice) => [`${notice.name} ${notice.version}`, notice]),
  );
  const sorted = [...all].toSorted(([left], [right]) => (left < right ? -1 : 1));
  writeFileSync(
    noticesFile,
    [
      'Import Watch contains the software below. Electron’s own licenses and those of Chromium lie beside the app.',
      ...sorted.map(([title, { identifier, text }]) => section(title, identifier, text)),
    ].join('\n\n'),
  );
}

/** The packages that stay outside of the bundles, as the lock file knows them, with the programs in them that are others' work. */
function packed(): readonly Notice[] {
  const { packages } = v.parse(ofLock, JSON.parse(readFileSync('package-lock.json', 'utf8')));
  return Object.entries(packages)
    .filter(([folder, { dev, optional }]) => folder !== '' && dev !== true && optional !== true)
    .flatMap(([folder]) => {
      const { name, version, license } = v.parse(
        ofPackage,
        JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
      );
      const own = { name, version, ...(license === undefined ? {} : { identifier: license }) };
      const text = licenseIn(folder);
      const programs = globSync('vendor/{terminal-notifier-LICENSE,snoreToast/LICENSE}', { cwd: folder }).map(
        (file) => ({
          name: file.includes('snoreToast') ? 'SnoreToast' : 'terminal-notifier',
          version: `in ${name} ${version}`,
          text: readFileSync(join(folder, file), 'utf8').trim(),
        }),
      );
      return [text === undefined ? own : { ...own, text }, ...programs];
    });
}

function licenseIn(folder: string): string | undefined {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  return file === undefined ? undefined : readFileSync(join(folder, file), 'utf8').trim();
}

function section(title: string, identifier: string | undefined, text: string | undefined): string {
  const heading = identifier === undefined ? title : `${title} (${identifier})`;
  return [heading, '-'.repeat(heading.length), ...(text === undefined ? [] : ['', text])].join('\n');
}
