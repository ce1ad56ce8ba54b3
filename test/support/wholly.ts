/** Carries a reading that gives way in between to its end, without giving anyone a turn. */
export function wholly<Result>(reading: Generator<void, Result>): Result {
  for (;;) {
    const step = reading.next();
    if (step.done === true) return step.value;
  }
}
