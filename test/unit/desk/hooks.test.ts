import { describe, expect, it, vi } from 'vitest';
import { limits, type HookDraft } from '../../../main/contract.ts';
import type { Question } from '../../../main/desk/question.ts';
import { createHooks, type HookPorts } from '../../../main/desk/hooks.ts';
import { followIdOf } from '../../../main/model/follow.ts';
import type { NewGroup } from '../../../main/model/group.ts';
import type { Delivery, DeliveryResult, Hook, WebhookSecrets } from '../../../main/model/hook.ts';
import { createStage, idOf, newWatchOf } from '../monitor/stage.ts';
import { numbers } from './desk-in-memory.ts';

const program: HookDraft = {
  scope: { kind: 'account', account: 'a1' },
  events: ['completed'],
  target: { kind: 'program' },
};
const webhook: HookDraft = {
  ...program,
  target: {
    kind: 'webhook',
    address: 'https://hooks.example/services/secret-part',
    shape: 'facts',
    signingSecret: null,
  },
};

const delivery: Delivery = {
  ...{ id: 'd1', hook: 'h1', to: 'hooks.example', event: 'all-done', at: 0, tries: 0, last: null },
  what: { about: 'all', account: 'a1', groupName: null, completed: 1, failed: 0 },
  fate: { kind: 'waiting', nextAt: null },
};
const { signal } = new AbortController();

function hooksWith() {
  const stage = createStage();
  const person = {
    chosen: '/opt/tell.sh' as string | null,
    agrees: true as boolean | Promise<boolean>,
    questions: [] as Question[],
    /** Of these, what waited until no other dialog stood open. */
    inTurn: [] as Question['kind'][],
    /** Their account was disconnected. */
    isGone: false,
  };
  /** `prompt`: of a keyring that asks for its password before it takes anything; `isFull`: the disk, which lets nothing be taken out; `isThere`: else what is kept is lost with the run; `weakAllowed`: as a file of the app says. */
  const keyring = { isThere: true, isFull: false, weakAllowed: false, prompt: Promise.resolve(undefined) };
  const kept = new Map<string, WebhookSecrets & { readonly origin: string | null }>();
  /** What lies on disk as anybody could have written it. */
  const weak = new Set<string>();
  const run = vi.fn<HookPorts['run']>(async () => ({ fault: null, figure: 0, detail: null }));
  const send = vi.fn<HookPorts['send']>(async () => ({
    result: { fault: null, figure: 204, detail: null },
    retryAfterMs: null,
  }));
  const nextId = numbers();
  const ports: HookPorts = {
    now: () => stage.now,
    newId: () => `h${nextId()}`,
    language: () => 'en',
    vault: {
      async credentials({ account, origin }, { confirm }) {
        const found = kept.get(account);
        if (found?.origin !== origin || (weak.has(account) && !(await confirm()))) return null;
        return found;
      },
      async keep({ account, origin }, secrets, { mayBeWeak }) {
        await keyring.prompt;
        const isWeak = !keyring.isThere && (await mayBeWeak());
        if (isWeak) weak.add(account);
        if (keyring.isThere || isWeak) kept.set(account, { ...secrets, origin });
        if (isWeak) return 'weak';
        return keyring.isThere ? 'keyring' : 'session';
      },
      async forget(id) {
        if (keyring.isFull) throw new Error('the disk is full');
        kept.delete(id);
      },
    },
    chooseProgram: async () => person.chosen,
    agree: async (question, when) => {
      person.questions.push(question);
      if (when === 'in-turn') person.inTurn.push(question.kind);
      return person.agrees;
    },
    guardSecret: () => undefined,
    run,
    send,
    weakAllowed: () => keyring.weakAllowed,
    accountName: (id) => (id === 'a1' && !person.isGone ? 'Studio' : null),
    runner: { state: stage.state, dispatch: (event) => stage.send(event).length > 0 },
  };
  const nextRun = () => {
    const hooks = createHooks(ports);
    return { hooks, deliver: () => hooks.deliver(delivery, hooks.cards()[0]!, signal) };
  };
  return { ...{ hooks: createHooks(ports), nextRun, person, keyring, kept, weak, run, send }, stage };
}

const refusal = (code: string) => ({ error: { code } });

describe('a program', () => {
  it('is the file that the person chose in one dialog and agreed to in another', async () => {
    const { hooks, person } = hooksWith();
    await hooks.add(program);
    expect(person.questions).toEqual([{ kind: 'program', about: '/opt/tell.sh' }]);
    expect(hooks.cards()).toMatchObject([{ target: { kind: 'program', path: '/opt/tell.sh' } }]);
  });

  it('is none where the person chose none, or did not agree', async () => {
    const { hooks, person } = hooksWith();
    person.agrees = false;
    await expect(hooks.add(program)).rejects.toMatchObject(refusal('not-agreed'));
    person.chosen = null;
    expect(await hooks.add(program)).toBeNull();
    expect(hooks.cards()).toEqual([]);
  });

  it('runs in the next run without a question, from the vault', async () => {
    const { hooks, person, run, nextRun } = hooksWith();
    await hooks.add(program);
    await nextRun().deliver();
    expect(run.mock.lastCall?.[0]).toBe('/opt/tell.sh');
    expect(person.questions).toHaveLength(1);
  });

  describe('that stands in the watchlist and not in the vault, as anybody could have put it there', () => {
    function planted(path = '/tmp/planted.sh') {
      const all = hooksWith();
      const hook: Hook = { ...program, id: 'h1', target: { kind: 'program', path } };
      all.stage.send({ kind: 'hook-kept', hook });
      return { ...all, ...all.nextRun() };
    }

    it('runs only once the person agreed, and is then in the vault', async () => {
      const { person, run, kept, deliver, nextRun } = planted();
      const answer = Promise.withResolvers<boolean>();
      person.agrees = answer.promise;
      const all = [deliver(), deliver()];
      await vi.waitFor(() =>
        expect(person.questions).toEqual([{ kind: 'program', about: '/tmp/planted.sh' }]),
      );
      expect(run).not.toHaveBeenCalled();
      answer.resolve(true);
      await Promise.all(all);
      expect(run).toHaveBeenCalledTimes(2);
      expect(kept.get('h1')?.address).toBe('/tmp/planted.sh');
      await nextRun().deliver();
      expect(person.questions).toHaveLength(1);
    });

    it('does not run where the person said no: what waits for it waits on, and nobody is asked again in this run', async () => {
      const { person, run, kept, deliver, nextRun } = planted();
      person.agrees = false;
      for (let tries = 0; tries < 3; tries += 1)
        expect(await deliver()).toMatchObject({ result: { fault: 'not-agreed' } });
      expect(person.questions).toHaveLength(1);
      await nextRun().deliver();
      expect(person.questions).toHaveLength(2);
      expect([run.mock.calls.length, kept.size]).toEqual([0, 0]);
    });

    it('does not run in the place of one that the person chose', async () => {
      const { hooks, stage, person, run, nextRun } = hooksWith();
      await hooks.add(program);
      const [{ last: _, ...hook }] = hooks.cards() as [ReturnType<typeof hooks.cards>[number]];
      stage.send({
        kind: 'hook-kept',
        hook: { ...hook, target: { kind: 'program', path: '/tmp/planted.sh' } },
      });
      person.agrees = false;
      await nextRun().deliver();
      expect(run).not.toHaveBeenCalled();
    });

    it('is asked about once in each run where there is no keyring', async () => {
      const { person, run, keyring, deliver, nextRun } = planted();
      keyring.isThere = false;
      await deliver();
      await deliver();
      expect(person.questions).toHaveLength(1);
      await nextRun().deliver();
      expect(person.questions).toHaveLength(2);
      expect(run).toHaveBeenCalledTimes(3);
    });

    it('stays gone where the person removed it before the question was answered, or the keyring', async () => {
      const { hooks, person, keyring, run, kept, deliver } = planted();
      const prompt = Promise.withResolvers<undefined>();
      keyring.prompt = prompt.promise;
      const delivering = deliver();
      await vi.waitFor(() => expect(person.questions).toHaveLength(1));
      await hooks.remove('h1');
      prompt.resolve(undefined);
      await delivering;
      expect([run.mock.calls.length, kept.size]).toEqual([0, 0]);
    });
  });

  it('is none where its account is gone by the time that the keyring was given its password', async () => {
    const { hooks, person, keyring, kept } = hooksWith();
    const prompt = Promise.withResolvers<undefined>();
    keyring.prompt = prompt.promise;
    const adding = hooks.add(program);
    await vi.waitFor(() => expect(person.questions).toHaveLength(1));
    person.isGone = true;
    prompt.resolve(undefined);
    await expect(adding).rejects.toMatchObject(refusal('account-gone'));
    expect([hooks.cards(), kept.size]).toEqual([[], 0]);
  });

  it('is tried out once at a time, however often a page asks', async () => {
    const { hooks, run } = hooksWith();
    await hooks.add(program);
    const { promise, resolve } = Promise.withResolvers<DeliveryResult>();
    run.mockReturnValueOnce(promise);
    const trying = hooks.tryOut('h1');
    await expect(hooks.tryOut('h1')).rejects.toMatchObject(refusal('hook-busy'));
    resolve({ fault: null, figure: 0, detail: null });
    await trying;
    expect(run).toHaveBeenCalledOnce();
    await expect(hooks.tryOut('h1')).resolves.toMatchObject({ fate: { kind: 'done' } });
  });
});

describe('a webhook', () => {
  it('is called only after the person agreed to its host, and nothing of the rest of its address is shown', async () => {
    const { hooks, person, kept, send } = hooksWith();
    await hooks.add(webhook);
    expect(person.questions).toEqual([{ kind: 'webhook', about: 'https://hooks.example' }]);
    expect(JSON.stringify(hooks.cards())).not.toContain('secret-part');
    await hooks.tryOut('h1');
    expect(send.mock.lastCall?.[0]).toMatchObject({ address: 'https://hooks.example/services/secret-part' });
    await hooks.remove('h1');
    expect(kept.size).toBe(0);
  });

  it('stays where what is kept of it cannot be taken out', async () => {
    const { hooks, keyring, kept } = hooksWith();
    await hooks.add(webhook);
    keyring.isFull = true;
    await expect(hooks.remove('h1')).rejects.toThrow('the disk is full');
    expect([hooks.cards().length, kept.size]).toEqual([1, 1]);
    await hooks.tryOut('h1');
    keyring.isFull = false;
    await hooks.remove('h1');
    expect([hooks.cards().length, kept.size]).toEqual([0, 0]);
  });

  it('has its address written weakly only after a dialog of its own, whatever a file of the app says', async () => {
    const { hooks, person, keyring, kept } = hooksWith();
    keyring.isThere = false;
    expect(await hooks.add(webhook)).toMatchObject({ storage: 'session' });
    expect(person.questions.map(({ kind }) => kind)).toEqual(['webhook']);
    keyring.weakAllowed = true;
    expect(await hooks.add(webhook)).toMatchObject({ storage: 'weak' });
    expect(person.questions.at(-1)).toEqual({ kind: 'webhook-weakly', about: 'https://hooks.example' });
    // The keyring was waited for, and the person has said yes to the host.
    expect(person.inTurn).toEqual(['webhook-weakly']);
    await hooks.add(program);
    expect([...kept.keys()]).toEqual(['h2']);
    expect(person.questions.at(-1)).toMatchObject({ kind: 'program' });
  });

  describe('whose address only weak ciphertext holds', () => {
    async function weaklyKept() {
      const all = hooksWith();
      await all.hooks.add(webhook);
      all.weak.add('h1');
      all.person.questions.length = 0;
      return { ...all, ...all.nextRun() };
    }

    it('is called once the person agreed to its host in this run, in one dialog for all that waits', async () => {
      const { hooks, person, send, deliver } = await weaklyKept();
      const answer = Promise.withResolvers<boolean>();
      person.agrees = answer.promise;
      const all = [deliver(), deliver(), hooks.tryOut('h1')];
      await vi.waitFor(() =>
        expect(person.questions).toEqual([{ kind: 'webhook', about: 'https://hooks.example' }]),
      );
      expect(send).not.toHaveBeenCalled();
      answer.resolve(true);
      await Promise.all(all);
      await deliver();
      expect(send).toHaveBeenCalledTimes(4);
      expect(person.questions).toHaveLength(1);
    });

    it('is not called where the person said no, and nobody is asked again but by who tries it', async () => {
      const { hooks, person, send, deliver } = await weaklyKept();
      person.agrees = false;
      for (let tries = 0; tries < 3; tries += 1)
        expect(await deliver()).toMatchObject({ result: { fault: 'not-agreed' } });
      expect(person.questions).toHaveLength(1);
      person.agrees = true;
      expect(await hooks.tryOut('h1')).toMatchObject({ fate: { kind: 'done' } });
      expect(await deliver()).toMatchObject({ result: { fault: null } });
      expect(send).toHaveBeenCalledTimes(2);
      expect(person.questions).toHaveLength(2);
    });

    it('is not called where the person removed it while the dialog stood open', async () => {
      const { hooks, person, send, deliver } = await weaklyKept();
      const answer = Promise.withResolvers<boolean>();
      person.agrees = answer.promise;
      const delivering = deliver();
      await hooks.remove('h1');
      answer.resolve(true);
      await delivering;
      expect(send).not.toHaveBeenCalled();
    });
  });

  it('is none where the person did not agree: nothing is kept, and nothing sent', async () => {
    const { hooks, person, kept } = hooksWith();
    person.agrees = false;
    await expect(hooks.add(webhook)).rejects.toMatchObject(refusal('not-agreed'));
    expect([hooks.cards(), kept.size]).toEqual([[], 0]);
  });
});

it('there are so many at the most, and the person is asked about no more', async () => {
  const { hooks, person } = hooksWith();
  for (let made = 0; made < limits.hooks; made += 1) await hooks.add(program);
  await expect(hooks.add(program)).rejects.toMatchObject(refusal('hooks-full'));
  await expect(hooks.add(webhook)).rejects.toMatchObject(refusal('hooks-full'));
  expect(person.questions).toHaveLength(limits.hooks);
});

it('the imports of an account or a group that is gone have none', async () => {
  const { hooks } = hooksWith();
  const ofGroup: HookDraft = { ...program, scope: { kind: 'group', group: 'g1' } };
  const ofOther: HookDraft = { ...program, scope: { kind: 'account', account: 'a2' } };
  await expect(hooks.add(ofGroup)).rejects.toMatchObject(refusal('group-gone'));
  await expect(hooks.add(ofOther)).rejects.toMatchObject(refusal('account-gone'));
});

describe('a card', () => {
  const project = { account: 'a1', workspace: 'w', projectId: 1, projectName: 'Drama' };
  const follow = { ...project, id: followIdOf('a1', 'w', 1) };
  const group: NewGroup = {
    ...{ id: `follow:${follow.id}`, name: 'Drama', eachAsset: true },
    tell: { allDone: false, firstFailure: false },
  };

  it('names the account, and nobody once that is gone', async () => {
    const { hooks, person } = hooksWith();
    await hooks.add(program);
    expect(hooks.cards()).toMatchObject([{ scopeName: 'Studio' }]);
    person.isGone = true;
    expect(hooks.cards()).toMatchObject([{ scopeName: null }]);
  });

  it('names the group of a followed project also while nothing of it is in the list', async () => {
    const { hooks, stage } = hooksWith();
    stage.ready();
    stage.send({ kind: 'followed', ...project });
    stage.send({ kind: 'added', watches: [newWatchOf(1)], group });
    await hooks.add({ ...program, scope: { kind: 'group', group: group.id } });
    stage.send({ kind: 'removed', watches: [idOf(1)] });
    expect(hooks.cards()).toMatchObject([{ scopeName: 'Drama' }]);
    stage.send({ kind: 'unfollowed', follow: follow.id });
    expect(hooks.cards()).toMatchObject([{ scopeName: null }]);
  });
});
