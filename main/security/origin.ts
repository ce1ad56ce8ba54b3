/** True for a page with the same scheme and host as `home`, the window's address. */
export function isOurs(url: string, home: string): boolean {
  if (!URL.canParse(url)) return false;
  // `origin` cannot tell them apart: it is 'null' for every app:// address.
  const { protocol, host } = new URL(url);
  const { protocol: ourProtocol, host: ourHost } = new URL(home);
  return protocol === ourProtocol && host === ourHost;
}
