/**
 * Plain Chromium cannot be taught a scheme, so `app://bundle/x` is shown to it as `https://bundle.app.test/x`: a secure, standard
 * origin of its own, which no request ever leaves this process for.
 */
export function createAddresses(schemes: () => readonly string[]) {
  return {
    /** What Chromium is told to load. */
    outside(url: string): string {
      const found = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)(.*)$/is.exec(url);
      if (!found || !schemes().includes(found[1] ?? '')) return url;
      return `https://${found[2]}.${found[1]}.test${found[3]}`;
    },
    /** What the app is told. */
    inside(url: string): string {
      const found = /^https:\/\/([^/?#]+)\.([a-z][a-z0-9+-]*)\.test(.*)$/is.exec(url);
      if (!found || !schemes().includes(found[2] ?? '')) return url;
      return `${found[2]}://${found[1]}${found[3]}`;
    },
    /** A policy that names our scheme's origins must mean the same to Chromium. */
    policy(text: string): string {
      return schemes().reduce(
        (policy, scheme) =>
          policy.replaceAll(new RegExp(`${scheme}://([\\w.-]+)`, 'g'), `https://$1.${scheme}.test`),
        text,
      );
    },
  };
}

export type Addresses = ReturnType<typeof createAddresses>;
