/** The pages that the window may ask to open; main knows their addresses. */
export const linkNames = ['subAccountGuide', 'policyGuide', 'apiGuide', 'supportedFiles'] as const;
export type LinkName = (typeof linkNames)[number];

/** What Settings › Help and About ask for. */
export interface HelpRequests {
  /** A text for whoever helps, in English. `names`: with the names of accounts, workspaces, projects and files. Never with a key. */
  makeReport: { request: { names: boolean }; response: { text: string } };
  /** Copies the report that was made last: what is copied is what was shown. */
  copyReport: { request: undefined; response: null };
  openLogFolder: { request: undefined; response: { opened: boolean } };
  /** Checks the app on this computer, in a run of its own with the demo's imports. It takes up to some minutes. */
  runSelfCheck: { request: undefined; response: { hasPassed: boolean; text: string } };
  /** The licenses of what the app is made of. */
  readNotices: { request: undefined; response: { text: string } };
}
