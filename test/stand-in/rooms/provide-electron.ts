import Module, { registerHooks } from 'node:module';

const address = 'stand-in:electron';
const aliases = new Set(['electron', 'electron/main', 'electron/common']);

/** Makes `electron` mean the stand-in's modules, for import and for require (Playwright and the inspector use require). */
export function provideElectron(electron: object): void {
  Object.defineProperty(globalThis, Symbol.for(address), { value: electron });
  const names = Object.keys(electron).join(', ');
  const source = `const electron = globalThis[Symbol.for('${address}')];\nexport default electron;\nexport const { ${names} } = electron;`;

  registerHooks({
    resolve: (name, context, next) =>
      aliases.has(name) ? { url: address, format: 'module', shortCircuit: true } : next(name, context),
    load: (url, context, next) =>
      url === address ? { format: 'module', source, shortCircuit: true } : next(url, context),
  });

  const loader = Module as unknown as { _load: (name: string, ...rest: unknown[]) => unknown };
  const load = loader._load.bind(Module);
  loader._load = (name, ...rest) => (aliases.has(name) ? electron : load(name, ...rest));
}
