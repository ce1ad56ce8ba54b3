/** The most bytes that are read of an answer about one asset. */
export const oneAssetBytes = 1024 * 1024;

/** The most bytes that are read of a list: 1,000 assets with long names stay well below. */
export const listBytes = 16 * 1024 * 1024;

/** The least time between two requests for lists with one key, ms: five a second, the rate at which the monitor asks for imports. */
export const listSpacingMs = 200;
