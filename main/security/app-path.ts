import { isAbsolute, join, relative, resolve, sep } from 'node:path';

/** Characters that a file system reads differently from a URL: backslash, NUL and other control characters, drive colon. */
const forbidden = /[\\:\p{Cc}]/u;

/**
 * The file below `root` that a URL path names, or null. A path that points outside, hides a separator or cannot be decoded is
 * refused, not repaired. The directory itself stands for `index.html`.
 */
export function fileOf(root: string, urlPath: string): string | null {
  const decoded = decode(urlPath);
  if (decoded === null || forbidden.test(decoded)) return null;
  // `..` is refused even if it stays inside: our own files are never requested like that.
  if (decoded.split('/').includes('..')) return null;
  // `resolve` would take a leading slash as the root of the file system.
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
