import { describe, expect, it } from 'vitest';
import { indexNames } from '../../../../main/monitor/kernel/lookup.ts';
import { createStore } from '../../../../main/monitor/kernel/store.ts';

interface Book {
  readonly title: string;
  readonly subjects: readonly string[];
}

function createLibrary() {
  const store = createStore();
  const books = store.collection<string, Book>(({ title }) => title);
  const bySubject = books.keep(indexNames<string, Book>(({ subjects }) => subjects));
  return { store, books, on: (subject: string) => [...bySubject.of(subject)] };
}

describe('a lookup', () => {
  it('finds a row by each of its names, and no longer by one that it lost', () => {
    const { books, on } = createLibrary();
    books.put({ title: 'a', subjects: ['sea', 'ships'] });
    books.put({ title: 'b', subjects: ['sea'] });
    expect([on('sea'), on('ships'), on('birds')]).toEqual([['a', 'b'], ['a'], []]);
    books.patch('a', { subjects: ['birds', 'ships'] });
    books.remove('b');
    expect([on('sea'), on('ships'), on('birds')]).toEqual([[], ['a'], ['a']]);
  });

  it('keeps the order in which the rows came to a name, whatever else of them changes', () => {
    const { books, on } = createLibrary();
    for (const title of ['a', 'b']) books.put({ title, subjects: ['sea'] });
    books.patch('a', { subjects: ['sea', 'ships'] });
    expect(on('sea')).toEqual(['a', 'b']);
    books.patch('a', { subjects: [] });
    books.patch('a', { subjects: ['sea'] });
    expect(on('sea')).toEqual(['b', 'a']);
  });

  it('is as before once a transaction was rolled back', () => {
    const { store, books, on } = createLibrary();
    for (const title of ['a', 'b']) books.put({ title, subjects: ['sea'] });
    store.commit();
    books.remove('a');
    books.patch('b', { subjects: ['ships'] });
    store.rollBack();
    expect([on('sea'), on('ships')]).toEqual([['a', 'b'], []]);
  });
});
