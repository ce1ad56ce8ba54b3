/** Largest body that is read of an answer about one asset, bytes. */
export const oneAssetBytes = 1024 * 1024;

/** The least time between two requests for lists with one key, ms: five a second, as the monitor asks for imports. */
export const listSpacingMs = 200;

/** Largest body that is read of a list, bytes: 1,000 assets with long names are well under it. */
export const listBytes = 16 * 1024 * 1024;
