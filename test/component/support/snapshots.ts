import type { AccountCard, Snapshot } from '../../../main/contract.ts';

/** 2026-11-24 12:00 UTC. */
export const noon = Date.UTC(2026, 10, 24, 12);

export const anAccount: AccountCard = {
  id: 'a1',
  name: 'Drama team',
  accessKeyEnding: '0001',
  apiUrl: 'https://mi.apigw.ntruss.com',
  storage: 'keyring',
  keyringMissing: false,
  workspaces: ['drama'],
};

/** All that a window is told when it opens: one account, nothing watched, unless `parts` say otherwise. */
export function aSnapshot(parts: Partial<Snapshot> = {}): Snapshot {
  return {
    version: '0.1.0',
    platform: 'linux',
    language: 'en',
    demo: false,
    settings: {
      floorMs: 5000,
      noticeCompleted: true,
      noticeFailed: true,
      sound: true,
      notifier: 'automatic',
      language: 'system',
      theme: 'system',
      startAtLogin: false,
    },
    accounts: [anAccount],
    foundKeys: [],
    rows: [],
    inbox: [],
    counts: { all: 0, importing: 0, completed: 0, failed: 0, unreadFailures: 0, unread: 0 },
    health: { kind: 'idle', answeredAt: null },
    pausedUntil: null,
    warnings: [],
    lastNotifier: null,
    ...parts,
  };
}
