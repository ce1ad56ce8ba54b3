/** How long a reading may keep everything else waiting, in ms. With its longest step behind it, that is less than a frame of the window. */
const sliceMs = 4;

/**
 * Carries a reading to its end in slices, so that whatever else waits for this process (answers of the service, the tray, the window)
 * has its turn in between. `rest` resolves once the others had theirs.
 */
export async function inSlices<Result>(
  reading: Generator<void, Result>,
  rest: () => Promise<void> = othersHadTheirTurn,
): Promise<Result> {
  for (;;) {
    const end = performance.now() + sliceMs;
    do {
      const step = reading.next();
      if (step.done === true) return step.value;
    } while (performance.now() < end);
    await rest();
  }
}

function othersHadTheirTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
