import { asItComes, defaultSettings, type AccountCard, type Snapshot } from '../../../main/contract.ts';
import { someCounts } from './counts.ts';

export const anAccount: AccountCard = {
  id: 'a1',
  name: 'Drama team',
  accessKeyEnding: '0001',
  apiUrl: 'https://mi.apigw.ntruss.com',
  storage: 'keyring',
  keyringMissing: false,
  workspaces: ['drama'],
  mayRegister: false,
};

/** All that a window is told when it opens: one account, nothing watched, unless `parts` say otherwise. */
export function aSnapshot(parts: Partial<Snapshot> = {}): Snapshot {
  return {
    version: '0.1.0',
    platform: 'linux',
    language: 'en',
    demo: false,
    settings: defaultSettings,
    arrangement: asItComes,
    accounts: [anAccount],
    troubles: {},
    foundKeys: [],
    unusableKeys: [],
    follows: [],
    rows: [],
    groups: [],
    hooks: [],
    wishes: [],
    inbox: [],
    isWhole: true,
    counts: someCounts(),
    health: { kind: 'idle', answeredAt: null, quiet: null },
    quiet: null,
    pausedUntil: null,
    warnings: [],
    update: null,
    lastNotifier: null,
    wanted: null,
    ...parts,
  };
}
