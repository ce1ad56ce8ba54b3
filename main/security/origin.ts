/** True for a page from where the window comes from: `home` is the window's address. */
export function isOurs(url: string, home: string): boolean {
  if (!URL.canParse(url)) return false;
  // Not `origin`: that of every app:// address is the same 'null'.
  const { protocol, host } = new URL(url);
  const { protocol: ourProtocol, host: ourHost } = new URL(home);
  return protocol === ourProtocol && host === ourHost;
}
