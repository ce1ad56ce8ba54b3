import { isAbsolute, join, relative, resolve, sep } from 'node:path';

/** Characters that mean something else to a file system than to a URL: backslash, NUL and other control characters, drive colon. */
const forbidden = /[\\:\p{Cc}]/u;

/**
 * The file of `root` that a URL path names, or null where it names none: what points outside, hides a separator or does not
 * decode is refused rather than tidied. The directory itself stands for `index.html`.
 */
export function fileOf(root: string, urlPath: string): string | null {
  const decoded = decode(urlPath);
  if (decoded === null || forbidden.test(decoded)) return null;
  // `..` is refused even where it would stay inside: no file of ours is asked for like that.
  if (decoded.split('/').includes('..')) return null;
  // A leading slash would be taken as the file system's root by `resolve`.
  const file = resolve(root, `.${decoded.startsWith('/') ? decoded : `/${decoded}`}`);
  const inside = relative(root, file);
  if (inside === '') return join(root, 'index.html');
  return inside.split(sep)[0] === '..' || isAbsolute(inside) ? null : file;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
