import type { LinkName } from '../contract.ts';

/** The pages that the window may open, by name: it never sends an address. */
export const links: Readonly<Record<LinkName, string>> = {
  subAccountGuide: 'https://guide.ncloud-docs.com/docs/en/maiu-subaccount',
  policyGuide: 'https://guide.ncloud-docs.com/docs/en/maiu-subaccount',
  apiDocumentation: 'https://api.ncloud-docs.com/docs/en/mi-asset-status',
  project: 'https://api.ncloud-docs.com/docs/en/maiu-overview',
};

/** Hosts under which a workspace of the service may live. */
const workspaceDomains = ['ncloud.com', 'ntruss.com', 'navercloudcorp.com'] as const;

/** A workspace's own address as the service gave it, where it is safe to hand to the browser; else null. */
export function workspaceLink(workspaceUrl: string | null): string | null {
  if (workspaceUrl === null || !URL.canParse(workspaceUrl)) return null;
  const url = new URL(workspaceUrl);
  const known = workspaceDomains.some(
    (domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`),
  );
  const safe = url.protocol === 'https:' && url.username === '' && url.password === '' && url.port === '';
  return safe && known ? url.href : null;
}
