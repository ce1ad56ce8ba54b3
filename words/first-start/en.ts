/** The first thing a person sees. */
export const firstStart = {
  title: 'Know when an import finishes',
  text: 'Import Watch checks Media Intelligence for you and notifies you once: when a file is ready, or when it failed and why.',
  connect: 'Connect an account',
  tryDemo: 'Try it with sample imports',
  privacy: 'Your secret key never leaves this computer.',
  inTray:
    'Closing the window keeps Import Watch running in the tray. To stop it, choose Quit from the tray menu.',
};
