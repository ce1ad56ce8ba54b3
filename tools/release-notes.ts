import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { changelogPart } from './release/changelog-part.ts';

/**
 * `node tools/release-notes.ts v1.2.3`: prints the changelog's part of the version. Fails where the tag is not of this version, where it is a
 * pre-release, or nothing is said.
 */
const tag = process.argv[2] ?? '';
const { version } = v.parse(
  v.object({ version: v.string() }),
  JSON.parse(readFileSync('package.json', 'utf8')),
);
const part = changelogPart(readFileSync('CHANGELOG.md', 'utf8'), version);
if (tag !== `v${version}`) fail(`The tag ${tag} is not that of version ${version} in package.json.`);
// electron-builder calls its feeds by the channel, as in beta.yml: none would be in the release, and nobody would get the next one.
else if (version.includes('-')) fail(`${version} is a pre-release, whose feeds are not gathered.`);
else if (part === null) fail(`CHANGELOG.md has no part “## ${version}”.`);
else console.log(part);

function fail(reason: string): void {
  console.error(reason);
  process.exitCode = 1;
}
