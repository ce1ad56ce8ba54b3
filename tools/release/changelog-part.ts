/** What the changelog says of a version, without its heading; null where it says nothing. The heading is `## 1.2.3`, with a date behind it or not. */
export function changelogPart(changelog: string, version: string): string | null {
  const parts = changelog.split(/^## /m).slice(1);
  const part = parts.find((text) => text.split(/\s/, 1)[0] === version);
  const said = part?.slice(part.indexOf('\n')).trim();
  return said === undefined || said === '' ? null : said;
}
