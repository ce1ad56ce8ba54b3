import { defaultApiUrl } from '../contract.ts';
import type { Agree } from './question.ts';
import { refuse } from './refusal.ts';

/** Origins that keys may be sent to: the service's own, those that the person agreed to in this run, and those that the keyring vouches for. */
export function createAgreedOrigins(agree: Agree) {
  const agreed = new Set<string>([defaultApiUrl]);
  /** What the person was asked of origins that weakly kept keys are for: once a run, however many accounts have them. */
  const confirming = new Map<string, Promise<boolean>>();

  return {
    add: (origin: string): void => void agreed.add(origin),
    /** The signature does not cover the host, so whoever receives a request could use it at the service: the person names each host once. */
    async agreeOn(origin: string): Promise<void> {
      if (agreed.has(origin)) return;
      if (!(await agree({ kind: 'new-host', about: origin }))) throw refuse('not-agreed');
      agreed.add(origin);
    },
    /** Whether keys that no keyring vouches for may go there; `waiting` is told before the person is asked. */
    async confirm(origin: string | null, waiting: () => void): Promise<boolean> {
      if (origin === null) return false;
      if (agreed.has(origin)) return true;
      waiting();
      const asked = confirming.get(origin) ?? agree({ kind: 'new-host', about: origin }, 'in-turn');
      confirming.set(origin, asked);
      return asked;
    },
  };
}
