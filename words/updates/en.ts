/** New versions of the app itself, in Settings › About and in the tray's menu. */
export const updates = {
  notChecked: 'Not checked for updates yet.',
  newest: (when: string) => `No update available. Last checked: ${when}`,
  checking: 'Checking for updates…',
  checkFailed: 'Couldn’t check for updates: no valid response. Try again later.',
  check: 'Check for updates',
  found: (version: string) => `Version ${version} is available.`,
  interrupted: (version: string) => `Couldn’t download version ${version}. Try again later.`,
  notGenuine: (version: string) =>
    `The download of version ${version} isn’t the file that was published, so it was deleted. Try again later.`,
  download: (version: string) => `Download version ${version}`,
  downloading: (version: string) => `Downloading version ${version}…`,
  openPage: (version: string) => `Open the download page of version ${version}`,
  ready: (version: string) => `Version ${version} is ready to install.`,
  install: (version: string) => `Restart to update to ${version}`,
};
