/** Names that the language, promises and inspectors look for on any object. */
const asked = new Set([
  'then',
  'toJSON',
  'constructor',
  'prototype',
  'default',
  '__esModule',
  'inspect',
  'nodeType',
  '$$typeof',
]);

/**
 * Makes an absent member an error. A fake that answers `undefined` lets a spec pass for the wrong reason: an optional call on
 * a missing method would look like a success.
 */
export function only<Value extends object>(name: string, value: Value): Value {
  return new Proxy(value, {
    get(target, member, receiver): unknown {
      if (typeof member === 'string' && !asked.has(member) && !(member in target)) {
        throw new Error(`The stand-in has no ${name}.${member}.`);
      }
      return Reflect.get(target, member, receiver);
    },
  });
}
