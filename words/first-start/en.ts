/** The first thing a person sees. */
export const firstStart = {
  title: 'Know when an import ends',
  text: 'Import Watch asks Media Intelligence for you and tells you once, here and at the tray, when a file is ready or why it failed.',
  connect: 'Connect an account',
  tryDemo: 'Try it with sample imports',
};
