/** What an object is called without its folders. */
export const fileNameOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1);
