import { describe, expect, it } from 'vitest';
import { createProject, key, minute, wishOf } from './project.ts';

describe('what was surely not registered', () => {
  it.each([
    ['offline', null],
    ['rate-limit', '420'],
    ['refused', '10023'],
  ] as const)('as %s %s is sent again after a rest', (kind, code) => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet(kind, { untaken: true, code });
    expect(project.stateOf(1)).toEqual({ kind: 'waiting' });
    project.pass(5 * minute);
    expect(project.sent).toHaveLength(2);
  });

  it.each([
    ['permission', '210'],
    ['refused', '10016'],
    ['not-found', '300'],
  ] as const)('as %s %s is told, and troubles nothing else', (kind, code) => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet(kind, { untaken: true, code });
    project.pass(minute);
    expect(project.stateOf(1)).toMatchObject({ kind: 'refused', problem: { kind, code } });
    expect(project.stage.account()).toMatchObject({ slowdown: null, stopped: null });
    expect(project.sent).toHaveLength(1);
  });

  it('is refused where its account goes, and asked about where it may have left', () => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.wish(wishOf(2, { projectId: 2 }));
    project.send({ kind: 'account-removed', account: 'a1' });
    expect(project.stateOf(1)?.kind).toBe('in-doubt');
    expect(['refused', 'in-doubt']).toContain(project.stateOf(2)?.kind);
  });
});

describe('a file whose account has gone', () => {
  it('stays as it is until it is dropped, whatever the person wants done, since no key is there for it', () => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.send({ kind: 'suspended' });
    project.wish(wishOf(2, { projectId: 2 }));
    project.send({ kind: 'account-removed', account: 'a1' });
    const wishes = ['wish-1', 'wish-2'];
    for (const how of ['look', 'send'] as const) project.send({ kind: 'wishes-answered', wishes, how });
    expect([project.stateOf(1)?.kind, project.stateOf(2)?.kind]).toEqual(['in-doubt', 'refused']);
    project.send({ kind: 'wishes-dropped', wishes });
    expect(project.stage.state.wishes.size).toBe(0);
  });
});

describe('a file that was refused, and is wished anew', () => {
  const refusedProject = () => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet('permission', { untaken: true });
    project.pass(minute);
    return project;
  };
  const tryAgain = (...wishes: string[]) => ({ kind: 'wishes-answered', wishes, how: 'send' }) as const;

  it('is taken up again, so that nothing is left of it to be tried once it is registered', () => {
    const project = refusedProject();
    project.wish(wishOf(2, { key, label: 'Trailer' }));
    expect([...project.stage.state.wishes.values()]).toMatchObject([{ id: 'wish-1', label: 'Trailer' }]);
    project.pass(1_000);
    project.take(8);
    expect(project.stage.watch(8)).toMatchObject({ label: 'Trailer' });
    project.send(tryAgain('wish-1', 'wish-2'));
    project.pass(minute);
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
    expect(project.sent).toHaveLength(2);
  });

  it('is the same file in either Unicode form, and sent as it was wished last', () => {
    const project = createProject();
    project.wish(wishOf(1, { key: '가을/영화.mp4'.normalize('NFC') }));
    project.wish(wishOf(2, { key: '가을/영화.mp4'.normalize('NFD') }));
    expect(project.stage.state.wishes.size).toBe(1);
    project.pass(1_000);
    project.meet('refused', { untaken: true, code: '10001' });
    project.wish(wishOf(2, { key: '가을/영화.mp4'.normalize('NFD') }));
    project.pass(1_000);
    expect(project.stage.state.wishes.size).toBe(1);
    expect(project.sent.at(-1)!.key).toBe('가을/영화.mp4'.normalize('NFD'));
  });

  it('is another file in another bucket, and waits for that one to be settled', () => {
    const project = refusedProject();
    project.wish(wishOf(2, { key, bucket: 'w-masters' }));
    project.pass(1_000);
    project.send(tryAgain('wish-1'));
    expect(project.stateOf(1)?.kind).toBe('refused');
    project.take(8);
    project.send(tryAgain('wish-1', 'wish-1'));
    project.pass(1_000);
    expect(project.stateOf(1)?.kind).toBe('sent');
    expect(project.sent).toHaveLength(3);
  });

  it('is made anew where the person has dismissed it', () => {
    const project = refusedProject();
    project.send({ kind: 'wishes-dropped', wishes: ['wish-1'] });
    project.wish(wishOf(2, { key }));
    project.send(tryAgain('wish-1'));
    expect([...project.stage.state.wishes.keys()]).toEqual(['wish-2']);
  });

  it('leaves alone what was registered before it was wished', () => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.take(8);
    project.wish(wishOf(2, { key }));
    project.pass(1_000);
    project.meet('permission', { untaken: true });
    project.wish(wishOf(3, { key }));
    expect([...project.stage.state.wishes.keys()]).toEqual(['wish-1', 'wish-2']);
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
  });
});
