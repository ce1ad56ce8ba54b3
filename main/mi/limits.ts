/** Largest body that is read of an answer about one asset, bytes. */
export const oneAssetBytes = 1024 * 1024;

/** Largest body that is read of a list, bytes: 1,000 assets with long names are well under it. */
export const listBytes = 16 * 1024 * 1024;
