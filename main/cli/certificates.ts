import * as tls from 'node:tls';

/** What Node has of `tls`; since 22.19 and 24.5 the certificates that it trusts can be added to while it runs. */
type Trust = Partial<Pick<typeof tls, 'getCACertificates' | 'setDefaultCACertificates'>>;

/**
 * Trusts what the computer trusts, such as a company's own certificate authority, beside what Node brings and what
 * `NODE_EXTRA_CA_CERTS` names. An older Node knows only the latter two.
 */
export function trustSystemCertificates({ getCACertificates, setDefaultCACertificates }: Trust = tls): void {
  if (!getCACertificates || !setDefaultCACertificates) return;
  setDefaultCACertificates([...getCACertificates('default'), ...getCACertificates('system')]);
}
