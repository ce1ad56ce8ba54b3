/** Node's longest timer is a little under 25 days; a longer one would fire at once. */
const longestMs = 2_147_483_647;

/** Runs `run` at that time (epoch ms), or after 25 days where that is further off; the returned function cancels it. */
export function setTimer(at: number, run: () => void): () => void {
  const timer = setTimeout(run, Math.min(Math.max(at - Date.now(), 0), longestMs));
  return () => clearTimeout(timer);
}

/** Runs `run` after that many milliseconds; the returned function cancels it. */
export function after(delayMs: number, run: () => void): () => void {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
}
