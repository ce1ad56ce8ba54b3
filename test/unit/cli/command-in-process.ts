import { readFile } from 'node:fs/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { runCommandLine } from '../../../main/cli/command-line.ts';
import type { WriteLine } from '../../../main/cli/line-writer.ts';
import { terminalLanguage } from '../../../main/cli/terminal-language.ts';
import type { Ended, Start } from './command-process.ts';

/** The clock passes only while one of these is waited for. */
export interface Played {
  /** Resolves once a line, or all that was said on the side, has the text in it. */
  readonly said: (text: string) => Promise<void>;
  readonly ended: () => Promise<Ended>;
  /** As Ctrl+C does. */
  readonly interrupt: () => void;
}

/** What passes at once where nothing is asked: far less than any wait of the schedule. */
const stepMs = 250;

/** Takes each line at once. */
export const takenInto =
  (lines: string[]): WriteLine =>
  (line) => {
    lines.push(line);
    return Promise.resolve(null);
  };

/** For a whole file. */
export function withPlayedClock(): void {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());
}

/**
 * Runs `import-watch` in this process, on a clock that passes at once while no request is under way: what a person would wait for takes no
 * time. The simulator, in this process too, lives by the same clock.
 */
export function playCommand(words: readonly string[], { home, environment = {}, secret }: Start): Played {
  const lines: string[] = [];
  const errors: string[] = [];
  const interrupted = new AbortController();
  let asking = 0;
  // Before that it reads files, which must take no time either.
  let hasAsked = false;
  let isOver = false;

  async function ask(address: string, init: RequestInit): Promise<Response> {
    asking += 1;
    hasAsked = true;
    try {
      const response = await fetch(address, init);
      // The clock stands until all of it is here.
      return new Response(await response.arrayBuffer(), response);
    } finally {
      asking -= 1;
    }
  }

  async function playUntil(isReached: () => boolean): Promise<void> {
    while (!isReached() && !isOver) {
      await turn();
      if (hasAsked && asking === 0) await vi.advanceTimersByTimeAsync(stepMs);
    }
  }

  async function run(): Promise<Ended> {
    const code = await runCommandLine(words, {
      environment,
      home,
      readBytes: (path) => readFile(path),
      fetch: ask,
      now: Date.now,
      out: takenInto(lines),
      err: (line) => takenInto(errors)(`${line}\n`),
      coloured: false,
      language: terminalLanguage(environment, 'en'),
      interrupted: interrupted.signal,
    }).finally(() => (isOver = true));
    if (secret !== undefined) expect([...lines, ...errors].join('\n')).not.toContain(secret);
    return { code, lines, errors: errors.join('') };
  }

  const ended = run();
  return {
    interrupt: () => interrupted.abort(),
    async said(text) {
      const isSaid = () => [...lines, errors.join('')].some((line) => line.includes(text));
      await playUntil(isSaid);
      expect(isSaid(), `It ended without “${text}”`).toBe(true);
    },
    async ended() {
      await playUntil(() => isOver);
      return ended;
    },
  };
}
