/** What the person can export to a file: the watches, or the past notices. */
export const exportedLists = ['watchlist', 'history'] as const;
export type ExportedList = (typeof exportedLists)[number];

export const exportFormats = ['csv', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];
