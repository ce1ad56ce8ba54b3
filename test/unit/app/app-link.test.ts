import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { appLinkOf, receiveAppLinks, targetOf } from '../../../main/app/app-link.ts';

const reference = { workspace: 'my-ws', projectId: 1234, assetId: 5678 };

describe('a link of the app', () => {
  it.each([
    ['import-watch://watch/my-ws/1234/5678', 'watch'],
    ['IMPORT-WATCH://open/my-ws/1234/5678/', 'open'],
  ])('%s is read', (text, wish) => {
    expect(appLinkOf(text)).toEqual({ wish, reference });
  });

  it.each([
    'import-watch://add/my-ws/1234/5678',
    'import-watch://watch/my-ws/1234',
    'import-watch://watch/my-ws/1234/5678/9',
    'import-watch://watch/my-ws/1234/5678?account=a1',
    'import-watch://watch/../1234/5678',
    'import-watch://watch/my%2Dws/1234/5678',
    'import-watch://watch/my-ws/1234/05678',
    'import-watch://watch/my-ws/1234/9007199254740993',
    'import-watch://watch/my-ws/1234/5678\n--no-sandbox',
    'x import-watch://watch/my-ws/1234/5678',
    'https://watch/my-ws/1234/5678',
    '--demo',
  ])('%s is none', (text) => {
    expect(appLinkOf(text)).toBeNull();
  });

  it('is taken from the words of the start, from those of a later one, and from macOS', () => {
    const app = new EventEmitter();
    const opened: string[] = [];
    const links = receiveAppLinks({
      app: app as never,
      words: ['electron', 'import-watch://watch/my-ws/1/1'],
    });
    links.begin(({ reference: { assetId } }) => opened.push(String(assetId)));
    app.emit('second-instance', {}, ['electron', '--hidden', 'import-watch://open/my-ws/1/2']);
    app.emit('second-instance', {}, ['electron']);
    let prevented = false;
    app.emit('open-url', { preventDefault: () => (prevented = true) }, 'import-watch://watch/my-ws/1/3');
    app.emit('open-url', { preventDefault: () => undefined }, 'import-watch://nonsense');
    expect([opened, prevented]).toEqual([['1', '2', '3'], true]);
  });

  it('waits where macOS gives it before the app is ready', () => {
    const app = new EventEmitter();
    const opened: unknown[] = [];
    const links = receiveAppLinks({ app: app as never, words: [] });
    app.emit('open-url', { preventDefault: () => undefined }, 'import-watch://watch/my-ws/1234/5678');
    links.begin((link) => opened.push(link.reference));
    links.begin((link) => opened.push(link.reference));
    expect(opened).toEqual([reference]);
  });
});

describe('what a link shows', () => {
  const add = { view: 'add', watch: null, group: null, offer: 'my-ws/1234/5678' };
  const id = 'a2:my-ws/5678';
  it.each([
    ['watch', true, add],
    ['watch', false, add],
    ['open', false, add],
    ['open', true, { view: 'watchlist', watch: id, group: null }],
  ] as const)('%s, where it is watched: %s', (wish, isWatched, target) => {
    const watched = (watch: string) => isWatched && watch === id;
    expect(targetOf({ wish, reference }, ['a1', 'a2'], watched)).toEqual(target);
  });
});
