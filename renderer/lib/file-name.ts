/** What the service calls the asset of this object, as far as was seen: the last part of its key. */
export const fileNameOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1);
