import { homedir } from 'node:os';
import { isAbsolute } from 'node:path';

/** The person's home folder, absolute; null where HOME is not set and the system knows no such user, as in a container. */
export function homeFolder(): string | null {
  try {
    const home = homedir();
    return isAbsolute(home) ? home : null;
  } catch {
    // Node throws for a user id without an entry in the system's list.
    return null;
  }
}
