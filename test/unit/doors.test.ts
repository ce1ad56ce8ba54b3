import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The doors of the house: which imports each room may have. Reads the imports of every source file. */

interface Import {
  readonly file: string;
  /** A path from the top for our own files, else the module's name. */
  readonly target: string;
  readonly typeOnly: boolean;
}

const files = globSync('{main,renderer,words}/**/*.{ts,svelte}').map((file) => file.replaceAll('\\', '/'));
const statement =
  /^\s*(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/gm;
const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  return [...readFileSync(file, 'utf8').matchAll(statement)].map(([, type, fixed, dynamic]) => {
    const name = fixed ?? dynamic ?? '';
    const target = name.startsWith('.') ? normalize(join(dirname(file), name)).replaceAll('\\', '/') : name;
    return { file, target, typeOnly: type !== undefined };
  });
}

const offending = (rule: (one: Import) => boolean) =>
  imports.filter(rule).map(({ file, target }) => `${file} -> ${target}`);

const isIn =
  (...rooms: string[]) =>
  (file: string) =>
    rooms.some((room) => file === room || file.startsWith(`${room}/`));
const outside = ['electron', 'electron-store', 'node-notifier'];

describe('the doors', () => {
  it('reads imports at all', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.some(({ target }) => target === 'node:crypto')).toBe(true);
  });

  it('keeps Electron out of the core', () => {
    const inCore = isIn(
      'main/mi',
      'main/monitor',
      'main/simulator',
      'main/runner',
      'main/paste',
      'main/wording',
      'main/cli',
      'words',
    );
    expect(offending(({ file, target }) => inCore(file) && outside.includes(target))).toEqual([]);
  });

  it('keeps the monitor pure: nothing of Node, and no clock or chance', () => {
    const inMonitor = isIn('main/monitor');
    expect(offending(({ file, target }) => inMonitor(file) && !target.startsWith('main/monitor/'))).toEqual(
      [],
    );
    const impure = files.filter(
      (file) =>
        inMonitor(file) &&
        /\b(Date\.now|new Date\(\)|Math\.random|performance\.|setTimeout|process\.)/.test(
          readFileSync(file, 'utf8'),
        ),
    );
    expect(impure).toEqual([]);
  });

  it('lets imports go inwards only', () => {
    const layers: Record<string, readonly string[]> = {
      'main/mi': ['main/mi', 'main/monitor', 'main/contract.ts'],
      'main/runner': ['main/runner', 'main/monitor'],
      'main/simulator': ['main/simulator', 'main/mi', 'main/monitor'],
      'main/paste': ['main/paste', 'main/mi', 'main/monitor', 'main/contract.ts', 'words'],
    };
    for (const [room, allowed] of Object.entries(layers)) {
      const within = isIn(room);
      const allows = isIn(...allowed);
      const isOwn = (target: string) => /^(main|renderer|words|test|tools)\//.test(target);
      expect(offending(({ file, target }) => within(file) && isOwn(target) && !allows(target))).toEqual([]);
    }
  });

  it('lets the window reach main by the contract only', () => {
    const intoMain = ({ file, target }: Import) =>
      file.startsWith('renderer/') && target.startsWith('main/') && target !== 'main/contract.ts';
    expect(offending(intoMain)).toEqual([]);
    expect(
      offending(
        ({ file, target, typeOnly }) =>
          file === 'main/contract.ts' && !typeOnly && !target.startsWith('main/contract/'),
      ),
    ).toEqual([]);
  });

  it('lets the words depend on types only', () => {
    const isWords = isIn('words');
    expect(
      offending(({ file, target, typeOnly }) => isWords(file) && target.startsWith('main/') && !typeOnly),
    ).toEqual([]);
  });

  it('has one gate and one bridge', () => {
    const users = (name: string) => files.filter((file) => new RegExp(`\\b${name}\\b`).test(code(file)));
    expect(users('ipcMain')).toEqual(['main/security/ipc.ts']);
    expect(users('ipcRenderer')).toEqual(['main/preload.ts']);
  });

  it('has no response that could carry a secret key', () => {
    const contract = code('main/contract.ts');
    const requestOnly = contract.slice(
      contract.indexOf('interface AccountDraft'),
      contract.indexOf('testStepNames'),
    );
    expect(contract.replace(requestOnly, '')).not.toMatch(/\bsecretKey\b/);
  });

  it('has no circle', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        imports.filter((one) => one.file === file && !one.typeOnly).map((one) => one.target),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      if (done.has(file) || path.includes(file)) return;
      for (const target of graph.get(file) ?? []) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('keeps every file under 300 lines', () => {
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 300);
    expect(long).toEqual([]);
  });
});

/** The file without its comments. */
function code(file: string): string {
  return readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}
