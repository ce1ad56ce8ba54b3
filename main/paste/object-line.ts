/** More than one address, or one behind something else, as in `upload: a.mp4 to s3://bucket/a.mp4`. */
export const severalInOne = /[\s,;](?:s3|https?):\/\//i;

/** A tab is what a table has between its cells; half a sign, or one that could not be read, is not the name of the file. */
export const unprintable = /[\p{Cc}\p{Cs}\ufffd]/u;

/** Whether a line `s3://bucket/key` is read as just this key: lines are read without the spaces behind them. */
export const fitsOnLine = (key: string): boolean =>
  !key.endsWith(' ') && key.trim() !== '' && !unprintable.test(key) && !severalInOne.test(key);
