type Act = (this: unknown, ...given: unknown[]) => unknown;

const books: readonly (readonly [book: object, act: string])[] = [
  ...['get', 'set', 'has', 'delete'].map((name) => [Map.prototype, name] as const),
  ...['add', 'has', 'delete'].map((name) => [Set.prototype, name] as const),
];
const honest = books.map(([book, name]) => Reflect.get(book, name) as Act);
let [left, isInside, used] = [Infinity, false, 0];

function meet(): void {
  if (!isInside) return;
  used += 1;
  left -= 1;
  if (left === 0) throw new Error('a fault of our own');
}

/** Breaks the monitor once, at the n-th time from now on that it looks into one of its books or writes into one. */
export const fault = {
  set(at: number): void {
    [left, used] = [at, 0];
    books.forEach(([book, name], index) => {
      const broken: Act = function (...given) {
        meet();
        return honest[index]!.apply(this, given);
      };
      Reflect.set(book, name, broken);
    });
  },
  heal(): void {
    left = Infinity;
    books.forEach(([book, name], index) => Reflect.set(book, name, honest[index]));
  },
  /** Only what happens within can break. */
  within<Value>(run: () => Value): Value {
    isInside = true;
    try {
      return run();
    } finally {
      isInside = false;
    }
  },
  /** Of what happens within, this cannot break. */
  without(run: () => void): void {
    const wasInside = isInside;
    isInside = false;
    run();
    isInside = wasInside;
  },
  used: () => used,
};
