import type { LinkName } from '../contract.ts';

/** The pages that the window may open. It asks for them by name and never sends an address. */
export const links: Readonly<Record<LinkName, string>> = {
  subAccountGuide: 'https://guide.ncloud-docs.com/docs/en/maiu-subaccount',
  policyGuide: 'https://guide.ncloud-docs.com/docs/en/maiu-subaccount',
  project: 'https://api.ncloud-docs.com/docs/en/maiu-overview',
};

/** The domains in which a workspace of the service may be, with all that is below them. */
const domains = ['ncloud.com', 'navercloudcorp.com'] as const;
/** Below `ntruss.com` every customer can have a gateway or a page of their own, so there it is the service's own hosts alone. */
const hosts: ReadonlySet<string> = new Set(['mi.ntruss.com', 'mi.apigw.ntruss.com']);

/** The address that the service gave for a workspace, if it is safe to hand to the browser; else null. */
export function workspaceLink(workspaceUrl: string | null): string | null {
  if (workspaceUrl === null || !URL.canParse(workspaceUrl)) return null;
  const url = new URL(workspaceUrl);
  const known =
    hosts.has(url.hostname) ||
    domains.some((domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`));
  const safe = url.protocol === 'https:' && url.username === '' && url.password === '' && url.port === '';
  return safe && known ? url.href : null;
}
