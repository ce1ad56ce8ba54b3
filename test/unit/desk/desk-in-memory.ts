import { vi } from 'vitest';
import { asItComes, defaultSettings as settings, type Change } from '../../../main/contract.ts';
import type { AccountRecord, ForgottenAccount } from '../../../main/model/account.ts';
import type { Keys } from '../../../main/mi/keys.ts';
import type { Stored } from '../../../main/model/stored.ts';
import type { Question } from '../../../main/desk/question.ts';
import { openDesk, type DeskPorts } from '../../../main/desk/desk.ts';
import { createWatchRequests } from '../../../main/desk/watch-requests.ts';
import { understand } from '../../../main/paste/understand.ts';
import type { MediaIntelligenceClient } from '../../../main/mi/client.ts';
import { createStoredRows } from '../monitor/stored-rows.ts';
import { aProblem } from '../../support/samples/problems.ts';

export const canary = 'CANARYSECRET0000000000000000000000000001';
const refusal = {
  kind: 'problem',
  problem: aProblem('credentials'),
};
export const reference = { workspace: 'my-space', projectId: 1, assetId: 7 };

/** What the app around the desk knows. */
export const frame = {
  version: '0',
  platform: 'linux',
  language: 'en',
  demo: false,
  settings,
  foundKeys: [],
  unusableKeys: [],
  warnings: [],
  update: null,
  wanted: null,
} as const;

/** Nobody is there to choose a program. */
export const noHooks: DeskPorts['hooks'] = {
  newId: () => 'h1',
  language: () => 'en',
  vault: {
    credentials: () => Promise.resolve(null),
    keep: () => Promise.resolve('keyring'),
    forget: () => Promise.resolve(),
  },
  chooseProgram: () => Promise.resolve(null),
  run: () => new Promise(() => {}),
  send: () => new Promise(() => {}),
};

const nothingStored = createStoredRows().content();

/** Numbers from 1 on. */
export function numbers() {
  let number = 0;
  return () => (number += 1);
}

/** As Electron's, which does not say that it wrote nothing. */
export function createClipboard() {
  const clipboard = {
    text: '',
    isHeldByAnother: false,
    readText: () => Promise.resolve(clipboard.text),
    writeText(text: string) {
      if (!clipboard.isHeldByAnother) clipboard.text = text;
      return Promise.resolve();
    },
  };
  return clipboard;
}

/** A desk on a service that answers `status` for every asset, with everything kept in memory. */
export function deskWith(
  status = 'IN_PROGRESS',
  records: AccountRecord[] = [],
  stored: Partial<Stored> = {},
) {
  const world = {
    status,
    records,
    forgotten: [] as readonly ForgottenAccount[],
    settings,
    arrangement: asItComes,
    vault: new Map<string, Keys>(),
    /** The address that the keys of an account were sealed for. */
    sealedFor: new Map<string, string | null>(),
    /** What the person was asked by a dialog of the system, and what the answer is. */
    questions: [] as Question[],
    /** Of these, what waited until no other dialog stood open. */
    inTurn: [] as Question['kind'][],
    agrees: true,
    /** The dialog stands open until this is there; null where it is answered at once. */
    agreement: null as Promise<boolean> | null,
    /** Accounts whose key the keyring does not give out yet. */
    locked: new Map<string, Promise<Keys | null>>(),
    /** Accounts whose key lies on disk as anybody could have written it. */
    weak: new Set<string>(),
    /** Else keys are written weakly, or not at all. */
    hasKeyring: true,
    /** The prompt of a keyring that asks for its password before it takes a key. */
    prompt: Promise.resolve(undefined),
    /** Access keys that the service refuses. */
    refused: new Set<string>(),
    now: 1_000_000,
  };
  const changes: Change[] = [];
  const guarded: string[] = [];
  /** What keys may have been sent to. */
  const clientsMade: { keys: Keys; apiUrl: string }[] = [];
  const tested: { keys: Keys; apiUrl: string }[] = [];
  const nextId = numbers();
  const answer = () =>
    world.status === 'not-found'
      ? Promise.resolve({ kind: 'problem', problem: aProblem('not-found') })
      : Promise.resolve({
          kind: 'answer',
          value: { assetId: 7, status: world.status, text: null, metaData: null, receivedAt: world.now },
        });
  const clientOf = ({ accessKey }: Keys) =>
    ({
      importStatus: () => (world.refused.has(accessKey) ? Promise.resolve(refusal) : answer()),
      assetDetails: () => Promise.resolve({ kind: 'aborted' }),
    }) as unknown as MediaIntelligenceClient;
  const show = vi.fn(() => Promise.resolve({ kind: 'shown', by: 'node-notifier' } as const));
  const ports: DeskPorts = {
    now: () => world.now,
    setTimer: () => () => undefined,
    show,
    close: () => undefined,
    wentWrong: (error) => {
      throw error;
    },
    accounts: {
      vault: {
        credentials: async ({ account, origin }, { waiting, confirm }) => {
          const locked = world.locked.get(account);
          if (locked !== undefined) waiting();
          if ((world.sealedFor.get(account) ?? origin) !== origin) return null;
          if (world.weak.has(account) && !(await confirm())) return null;
          return locked ?? world.vault.get(account) ?? null;
        },
        keep: async ({ account, origin }, keys, { mayBeWeak }) => {
          await world.prompt;
          if (!world.hasKeyring && !(await mayBeWeak())) return 'session';
          world.weak[world.hasKeyring ? 'delete' : 'add'](account);
          world.vault.set(account, keys);
          world.sealedFor.set(account, origin);
          return world.hasKeyring ? 'keyring' : 'weak';
        },
        forget: (id) => {
          world.vault.delete(id);
          return Promise.resolve();
        },
        storageOf: ({ account }) => {
          if (!world.vault.has(account)) return 'none';
          return world.weak.has(account) ? 'weak' : 'keyring';
        },
        keyringMissing: () => false,
      },
      records: () => world.records,
      forgotten: () => world.forgotten,
      write: ({ accounts, forgotten = world.forgotten }) => {
        world.records = [...accounts];
        world.forgotten = forgotten;
      },
      newId: () => `a${nextId()}`,
      agree: (question, when) => {
        world.questions.push(question);
        if (when === 'in-turn') world.inTurn.push(question.kind);
        return world.agreement ?? Promise.resolve(world.agrees);
      },
      createClients: (keys, apiUrl) => {
        clientsMade.push({ keys, apiUrl });
        return { client: clientOf(keys), bucketClient: null };
      },
      testAccount: (draft) => {
        tested.push(draft);
        return Promise.resolve([]);
      },
      checkDraft: (draft) => draft,
      foundKeys: () => [],
      guardSecret: (secret) => guarded.push(secret),
    },
    hooks: noHooks,
    settings: {
      get: () => world.settings,
      set: (next) => {
        world.settings = next;
      },
    },
    arrangement: {
      get: () => world.arrangement,
      set: (next) => {
        world.arrangement = next;
      },
    },
    watchlist: { stored: { ...nothingStored, ...stored }, save: () => Promise.resolve() },
    pausedUntil: null,
    seed: 1,
    tellProblem: vi.fn(),
    tell: (change) => changes.push(change),
  };
  const desk = openDesk(ports);
  const clipboard = createClipboard();
  return {
    desk,
    accountPorts: ports.accounts,
    world,
    changes,
    guarded,
    clientsMade,
    tested,
    show,
    clipboard,
    requests: createWatchRequests(desk.runner, clipboard, numbers(), async (wishes) => understand(wishes)),
  };
}

export const draft = {
  id: null,
  name: 'Mine',
  accessKey: 'ACCESSKEY1234',
  secretKey: canary,
  apiUrl: 'https://mi.example.com',
};
export const keys = { accessKey: 'ACCESSKEY1234', secretKey: canary };
export const recordOf = (id: string): AccountRecord => ({
  id,
  name: id,
  apiUrl: 'https://mi.example.com',
  accessKeyEnding: '1234',
  fingerprint: null,
  keptAt: null,
  workspaces: [],
  weakAllowed: false,
  mayRegister: false,
});
export const asset = { reference, label: null, fileName: 'a.mov' };
