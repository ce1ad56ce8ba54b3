import type { Language, LinkName } from '../contract.ts';

const pages: Readonly<Record<LinkName, { site: 'guide' | 'api'; page: string }>> = {
  subAccountGuide: { site: 'guide', page: 'subaccount-use' },
  policyGuide: { site: 'guide', page: 'maiu-subaccount' },
  apiGuide: { site: 'api', page: 'maiu-overview' },
  supportedFiles: { site: 'guide', page: 'maiu-spec' },
};

/** The Korean pages, from which the others are translated, name no language. */
const folders: Readonly<Record<Language, string>> = { en: 'en/', ko: '', ja: 'ja/' };

/** A page that the window may open, in the person's language. The window asks for it by name and never sends an address. */
export function guideLink(link: LinkName, language: Language): string {
  const { site, page } = pages[link];
  return `https://${site}.ncloud-docs.com/docs/${folders[language]}${page}`;
}

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
