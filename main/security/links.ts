import type { LinkName } from '../contract.ts';

/** The pages that the window may open. It asks for them by name and never sends an address. */
export const links: Readonly<Record<LinkName, string>> = {
  subAccountGuide: 'https://guide.ncloud-docs.com/docs/en/maiu-subaccount',
  policyGuide: 'https://guide.ncloud-docs.com/docs/en/maiu-subaccount',
  project: 'https://api.ncloud-docs.com/docs/en/maiu-overview',
};

/** The domains in which a workspace of the service may be. */
const workspaceDomains = ['ncloud.com', 'ntruss.com', 'navercloudcorp.com'] as const;

/** The address that the service gave for a workspace, if it is safe to hand to the browser; else null. */
export function workspaceLink(workspaceUrl: string | null): string | null {
  if (workspaceUrl === null || !URL.canParse(workspaceUrl)) return null;
  const url = new URL(workspaceUrl);
  const known = workspaceDomains.some(
    (domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`),
  );
  const safe = url.protocol === 'https:' && url.username === '' && url.password === '' && url.port === '';
  return safe && known ? url.href : null;
}
