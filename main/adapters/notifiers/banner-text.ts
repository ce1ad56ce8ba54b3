import { shorten } from '../../../words/shorten.ts';

/** UTF-16 units. */
export const titleLength = 64;
export const bodyLength = 240;

/** One line without control and direction characters, cut between graphemes. An empty text becomes the app's name. */
export function bannerTitle(text: string): string {
  return shorten(withoutControls(text), titleLength) || 'Import Watch';
}

/** At most 240 UTF-16 units, with its line breaks but without blank lines. An empty text becomes the app's name. */
export function bannerBody(text: string): string {
  let body = '';
  for (const line of withoutControls(text).split(/\r\n|[\n\r\u2028\u2029]/)) {
    const room = bodyLength - body.length - (body === '' ? 0 : 1);
    if (room < 2) break;
    const short = shorten(line, room);
    if (short !== '') body += body === '' ? short : `\n${short}`;
  }
  return body || 'Import Watch';
}

/**
 * On Linux the body of a notification is markup (Desktop Notifications Specification, "Markup"). The title is not: an escaped title would
 * show `&amp;`.
 */
export function asMarkup(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** notify-send interprets C escapes in the body, but not in the title: `C:\new` would break into two lines (libnotify 0.8.1). */
export function withBackslashesKept(text: string): string {
  return text.replace(/\\/g, '\\\\');
}

/** The notifier programs would read a text that begins with `-` as an option; U+2010 looks the same. */
export function notAnOption(text: string): string {
  return text.replace(/^-/, '\u2010');
}

/** Also removes direction marks, which could make a remote text read as something else. Joiners of emoji stay. */
function withoutControls(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\n\r\t]|[\u202A-\u202E\u2066-\u2069\u200E\u200F\uFEFF]/gu, '');
}
