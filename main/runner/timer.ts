/** Node's longest timer is a little under 25 days; a longer one would fire at once. */
const longestMs = 2_147_483_647;

/** Runs `run` at that time (epoch ms), however far off; the returned function cancels it. */
export function setTimer(at: number, run: () => void): () => void {
  let timer: NodeJS.Timeout;
  function wait(): void {
    const leftMs = at - Date.now();
    timer = leftMs > longestMs ? setTimeout(wait, longestMs) : setTimeout(run, Math.max(leftMs, 0));
  }
  wait();
  return () => clearTimeout(timer);
}

/** Runs `run` after that many milliseconds; the returned function cancels it. */
export function after(delayMs: number, run: () => void): () => void {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
}
