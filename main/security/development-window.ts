/** True in builds of `npm run dev`. It is false in all others, and the code that depends on it is removed from them. */
declare const DEVELOPMENT: boolean;

/** This computer only, because pages from this address may talk to main. */
const expected = /^http:\/\/127\.0\.0\.1:\d{1,5}$/;

/**
 * The window's address during development, on the development server that `IMPORT_WATCH_DEVELOPMENT_SERVER` names; otherwise null.
 * app://bundle would not do, because Chromium lets only local pages open the socket that reports changes of the source.
 */
export function developmentWindow(
  isPackaged: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  if (!DEVELOPMENT) return null;
  const server = environment['IMPORT_WATCH_DEVELOPMENT_SERVER'] ?? '';
  return !isPackaged && expected.test(server) ? `${server}/index.html` : null;
}
