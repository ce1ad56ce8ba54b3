/** True in what `npm run dev` builds. Every other build has false, and nothing is left in it of what hangs on it. */
declare const DEVELOPMENT: boolean;

/** This computer only: pages that come from there may speak to main. */
const expected = /^http:\/\/127\.0\.0\.1:\d{1,5}$/;

/**
 * The address of the window while the app is developed: on the development server that `IMPORT_WATCH_DEVELOPMENT_SERVER` names.
 * Null in every other case. It is not shown through app://bundle, because Chromium lets no page from elsewhere open a socket
 * to this computer, and the socket is what tells of changes.
 */
export function developmentWindow(
  isPackaged: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  if (!DEVELOPMENT) return null;
  const server = environment['IMPORT_WATCH_DEVELOPMENT_SERVER'] ?? '';
  return !isPackaged && expected.test(server) ? `${server}/index.html` : null;
}
