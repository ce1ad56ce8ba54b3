/** Writing a list to a file. */
export const exporting = {
  title: 'Export',
  export: 'Export…',
  lists: { watchlist: 'Watchlist', history: 'Inbox' },
  /** Names the button for whoever does not see what stands beside it. */
  exportList: { watchlist: 'Export the watchlist…', history: 'Export the inbox…' },
  chooseTitle: { watchlist: 'Export the watchlist', history: 'Export the inbox' },
  chooseAdvice: 'Use CSV for spreadsheets and JSON for scripts. You can open either file again in Add.',
  cancel: 'Cancel',
  saved: (fileName: string) => `Saved as ${fileName}`,
};
