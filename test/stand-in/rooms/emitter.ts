import { EventEmitter } from 'node:events';
import { only } from './only.ts';

/** An emitter that refuses to listen for an event it can never send, so that a spec cannot wait for one in vain. */
export class KnownEvents extends EventEmitter {
  constructor(name: string, known: readonly string[]) {
    super();
    const sent = new Set<string | symbol>([...known, 'error', 'newListener', 'removeListener']);
    this.on('newListener', (event: string | symbol) => {
      if (!sent.has(event)) throw new Error(`The stand-in never sends '${String(event)}' from ${name}.`);
    });
    // Returned here and not in the classes that extend this one: their private fields then lie on the guarded object itself.
    return only(name, this);
  }
}

/** An event whose default action a listener can prevent. */
export function preventable<Extra extends object>(extra?: Extra) {
  const event = {
    ...extra,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return event;
}
