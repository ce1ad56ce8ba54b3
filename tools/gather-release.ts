import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gatherFiles, sumsOf } from './release/gather.ts';

/** `node tools/gather-release.ts FROM TO`: lays all files of a release into one folder, with the list of their parts (CycloneDX) and their sums. */
const [from, to] = process.argv.slice(2);
if (from === undefined || to === undefined) throw new Error('Name two folders: from where, and to where.');
gatherFiles(from, to);
const words = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
writeFileSync(join(to, 'import-watch.cdx.json'), execFileSync('npm', words));
writeFileSync(join(to, 'SHA256SUMS'), sumsOf(to));
