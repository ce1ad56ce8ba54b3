/** The first thing a person sees. */
export const firstStart = {
  title: 'Know when an import finishes',
  text: 'Import Watch checks Media Intelligence for you and notifies you once: when a file is ready, or when it failed and why.',
  connect: 'Connect an account',
  tryDemo: 'Try it with sample imports',
};
