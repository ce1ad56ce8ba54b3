/** Does one thing after the other: each begins once the one before it has ended, well or not. */
export function createOneByOne() {
  let last: Promise<unknown> = Promise.resolve();
  return <Done>(act: () => Promise<Done>): Promise<Done> => {
    const done = last.then(act);
    last = done.catch(() => undefined);
    return done;
  };
}
