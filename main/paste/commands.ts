import { isHeader } from './without-secrets.ts';
import type { SourceLine } from './lines.ts';

/** curl, wget, HTTPie and xh, what browsers copy for PowerShell, and `fetch`. */
const command =
  /^\s*(?:(?:PS [^>]*|[A-Za-z]:\\[^>]*)?[$>#%]\s*)?(?:(?:curl(?:\.exe)?|wget|iwr|irm|Invoke-\w+)\s(?=.*(?:\/|\s-|["'\\^`]))|(?:https?|xh)\s+(?:[A-Z]+\s|\S*[/:]))|\bfetch\(|^\s*\$\w+\s*=\s*New-Object\b|\bInvoke-(?:WebRequest|RestMethod)\s/i;
const more = /^\s*(?:-{1,2}[A-Za-z]|\$session\b|[}\])]|["'][\w:-]+["']\s*[:=])/;
const notAsked = /(?:-H|--header)[\s=]+(["'])(?:(?!\1).)*\1|["']?referr?er["']?\s*[:=]\s*["'][^"']*["']?/gi;

/** Tells the lines of a command, which hold keys and versions of browsers: only their addresses count. Null of other lines. */
export function createCommandReader(): (source: SourceLine) => string | null {
  let depth = 0;
  let goesOn = false;
  let isIn = false;
  return ({ plain }) => {
    isIn = (isIn && (goesOn || depth > 0 || more.test(plain)) && plain.trim() !== '') || command.test(plain);
    goesOn = /[\\^`]\s*$/.test(plain);
    if (!isIn) depth = 0;
    if (!isIn) return null;
    for (const sign of plain.match(/[{}[\]]/g) ?? [])
      depth = Math.max(0, depth + ('{['.includes(sign) ? 1 : -1));
    // cmd has a caret before each sign that it would take for its own.
    return isHeader(plain) ? '' : plain.replaceAll('^', '').replace(notAsked, ' ');
  };
}
