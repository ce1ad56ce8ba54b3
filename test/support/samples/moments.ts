/** 2026-11-24 12:00 UTC, the time at which a sample window is looked at. */
export const noon = Date.UTC(2026, 10, 24, 12);
