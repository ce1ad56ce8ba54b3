const secrets =
  /secret|token|pass(?:wo?r?d|wd|phrase|code)|\bpwd?\b|\botp\b|\bpin\b|(?:verification|security|login|one-time) code|credential|authori[sz]|cookie|bearer|signature|session|(?:api|access|private|auth|encryption)[-_ ]?key|key[-_ ]?id|x-ncp-|x-amz-|:\/\/[^\s/@]+@|비밀|암호|비번|인증 ?(?:키|번호|정보)|시크릿|토큰|접근 ?키|パスワード|暗証|認証|シークレット|トークン|秘密/iu;
const header =
  /^\s*["']?:?(?:accept|authority|authorization|cache-control|connection|content-\w+|cookie|date|dnt|etag|expires|host|if-[\w-]+|method|origin|pragma|priority|referr?er|scheme|sec-[\w-]+|server|set-cookie|te|transfer-encoding|upgrade[\w-]*|user-agent|vary|via|x-[\w-]+)["']?\s*[:=]/i;

/** True for the header of an HTTP request. */
export const isHeader = (line: string): boolean => header.test(line);

/** True for what may hold a secret: the header of a request, and what speaks of one. */
export const maySayASecret = (text: string): boolean => isHeader(text) || secrets.test(text);

/** The text without what looks like a key: a run of letters and digits such as nobody writes by hand. */
export function withoutKeys(text: string): string {
  return text.replace(/[\w+/=-]{16,}…?/g, (run) => (isKey(run) ? '…' : run));
}

function isKey(run: string): boolean {
  // A reference or an address is what the person has to look at.
  if (run.includes('/workspaces/') || /^\/?[\w-]{1,63}\/\d+\/\d+$/.test(run)) return false;
  const [small, capital, digit] = [/[a-z]/, /[A-Z]/, /\d/].map((kind) => kind.test(run));
  if (!digit || !(small || capital)) return false;
  return small && capital ? run.length >= 20 : /^[A-Z0-9]+…?$|^[a-z0-9]{32,}…?$/.test(run);
}
