import { appHost, appScheme } from '../contract.ts';

/** True for a page of the app's own bundle. */
export function isOurs(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return protocol === `${appScheme}:` && host === appHost;
}
