/** Who made a thing and when; the names differ by one letter between assets and the rest, as in the API. */
export const by = { createdUserName: 'demo', updatedUserName: 'demo' };
export const times = { createdTime: '2026-11-24T09:00:00+09:00', updatedTime: '2026-11-24T09:00:00+09:00' };
