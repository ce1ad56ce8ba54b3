import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/**
 * The doors of the house: which room may import from which. Every import counts, also of types and also `import('…')` inside a type,
 * because a circle of types ties files together just as much: none of them can be read, tested or moved without the others.
 */

interface Room {
  /** The other rooms that it may import from. */
  readonly rooms: readonly string[];
  /** The packages that it may import from; `node` stands for every module of Node's own. */
  readonly packages: readonly string[] | 'any';
}

const kernel = ['main/model', 'main/monitor/kernel'];
const monitor = (...names: readonly string[]) => [...kernel, ...names.map((name) => `main/monitor/${name}`)];
const monitorRooms = monitor(
  ...['machine', 'service', 'learning', 'imports', 'following', 'registering', 'telling', 'groups'],
  ...['muting', 'hooks', 'timelines'],
);
/** What the outside sees of the monitor: its events and effects, the monitor itself, and the selectors. */
const wholeMonitor = [...kernel, 'main/monitor', 'main/monitor/view'];
const shared = ['main/model', 'main/contract'];

/** A room is a folder, a file, or both under one name; a file belongs to the innermost room that is named here. */
const rooms: Readonly<Record<string, Room>> = {
  'main/model': { rooms: [], packages: [] },
  'main/contract': { rooms: ['main/model'], packages: [] },
  words: { rooms: shared, packages: [] },

  'main/monitor/kernel': { rooms: ['main/model'], packages: [] },
  'main/monitor/machine': { rooms: kernel, packages: [] },
  'main/monitor/service': { rooms: monitor('machine'), packages: [] },
  'main/monitor/learning': { rooms: kernel, packages: [] },
  'main/monitor/imports': { rooms: monitor('machine', 'service', 'learning'), packages: [] },
  'main/monitor/following': { rooms: monitor('machine', 'service', 'imports'), packages: [] },
  'main/monitor/registering': { rooms: monitor('service', 'imports', 'telling'), packages: [] },
  'main/monitor/telling': { rooms: kernel, packages: [] },
  'main/monitor/groups': { rooms: monitor('imports', 'telling'), packages: [] },
  'main/monitor/hooks': { rooms: monitor('machine', 'imports', 'telling', 'groups'), packages: [] },
  'main/monitor/timelines': { rooms: monitor('service', 'imports', 'following', 'groups'), packages: [] },
  'main/monitor/muting': { rooms: monitor('imports', 'following', 'groups'), packages: [] },
  'main/monitor': { rooms: monitorRooms, packages: [] },
  'main/monitor/view': { rooms: [...monitorRooms, 'main/monitor'], packages: [] },

  'main/mi': { rooms: ['main/model', 'words'], packages: ['node', 'valibot'] },
  'main/bucket': {
    rooms: ['main/model', 'main/mi'],
    packages: ['node', 'valibot', 'aws4fetch', '@rgrove/parse-xml'],
  },
  'main/simulator': { rooms: ['main/model', 'main/mi', 'main/bucket'], packages: ['node', 'valibot'] },
  'main/paste': { rooms: [...shared, 'main/mi', 'words'], packages: ['iconv-lite', 'papaparse'] },
  'main/wording': { rooms: [...shared, 'words'], packages: [] },
  'main/hooks': { rooms: [...shared, 'main/mi', 'main/wording', 'words'], packages: ['node'] },
  'main/export': { rooms: shared, packages: ['node'] },
  'main/runner': { rooms: [...wholeMonitor, 'main/mi'], packages: ['node'] },

  'main/security': { rooms: [...shared, 'main/mi'], packages: ['node', 'electron', 'valibot'] },
  'main/adapters': { rooms: [...shared, 'main/mi', 'main/paste', 'main/wording', 'words'], packages: 'any' },
  'main/desk': {
    rooms: [
      ...[...shared, ...wholeMonitor, 'main/mi', 'main/bucket', 'main/paste', 'main/runner'],
      ...['main/wording', 'main/export', 'main/hooks', 'main/security'],
    ],
    packages: ['node'],
  },
  'main/app': {
    rooms: [
      ...[...shared, ...wholeMonitor, 'main/mi', 'main/bucket', 'main/simulator', 'main/runner', 'words'],
      ...['main/wording', 'main/export', 'main/hooks', 'main/security', 'main/adapters', 'main/desk'],
    ],
    packages: ['node', 'electron', 'node-notifier'],
  },
  'main/index': {
    rooms: ['main/contract', 'main/security', 'main/adapters', 'main/desk', 'main/app', 'words'],
    packages: ['node', 'electron'],
  },
  'main/reading': { rooms: ['main/paste'], packages: ['node'] },
  'main/preload': { rooms: ['main/contract'], packages: ['electron'] },
  'main/cli': {
    rooms: [...shared, ...wholeMonitor, 'main/mi', 'main/paste', 'main/runner', 'main/adapters', 'words'],
    packages: ['node', 'package.json'],
  },
  renderer: {
    rooms: [...shared, 'words'],
    packages: ['svelte', '@lucide/svelte', '@tanstack/svelte-virtual'],
  },
  tools: { rooms: [...shared, 'main/mi', 'main/security', 'main/adapters', 'words'], packages: 'any' },
};

/** Where values of Electron enter. All else knows its types alone and is handed what it needs, so it runs in Node for its tests. */
const electronEnters = ['main/index.ts', 'main/preload.ts', 'main/security/ipc.ts'];

interface Import {
  readonly file: string;
  /** A path from the top for our own files, else the module's name. */
  readonly target: string;
  /** What is imported as a value, by name; `*` where it is the whole module. */
  readonly values: readonly string[];
}

const files = globSync('{main,renderer,words,tools}/**/*.{ts,svelte}').map((file) =>
  file.replaceAll('\\', '/'),
);
const imports = files.flatMap(importsOf);
const isOwn = (target: string) => /^(main|renderer|words|tools)\//.test(target);

function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const note = (specifier: ts.Node, values: readonly string[]) => {
    if (!ts.isStringLiteral(specifier)) return;
    const name = specifier.text;
    const target = name.startsWith('.') ? normalize(join(dirname(file), name)).replaceAll('\\', '/') : name;
    found.push({ file, target, values });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) note(node.moduleSpecifier, valuesOf(node.importClause));
    if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      note(node.moduleSpecifier, node.isTypeOnly ? [] : ['*']);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) note(node.argument.literal, []);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      node.arguments.slice(0, 1).forEach((specifier) => note(specifier, ['*']));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, scriptOf(file), ts.ScriptTarget.Latest));
  return found;
}

function valuesOf(clause: ts.ImportClause | undefined): readonly string[] {
  if (clause === undefined) return ['*'];
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
  const { name, namedBindings } = clause;
  const named =
    namedBindings && ts.isNamedImports(namedBindings)
      ? namedBindings.elements
          .filter(({ isTypeOnly }) => !isTypeOnly)
          .map((each) => (each.propertyName ?? each.name).text)
      : [];
  const whole = name !== undefined || (namedBindings && ts.isNamespaceImport(namedBindings));
  return whole ? ['*', ...named] : named;
}

function scriptOf(file: string): string {
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.svelte')) return text;
  return [...text.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, script]) => script).join('\n');
}

/** The file without its comments. */
function code(file: string): string {
  return readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}

function roomOf(file: string): string | null {
  const path = file.replace(/(\.svelte)?\.ts$|\.svelte$/, '');
  const around = Object.keys(rooms).filter((room) => path === room || path.startsWith(`${room}/`));
  return around.toSorted((one, other) => other.length - one.length)[0] ?? null;
}

function packageOf(target: string): string {
  if (target.startsWith('node:')) return 'node';
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
}

function isAllowed({ file, target }: Import): boolean {
  const room = roomOf(file);
  if (room === null) return false;
  const { rooms: allowed, packages } = rooms[room]!;
  if (!isOwn(target)) return packages === 'any' || packages.includes(packageOf(target));
  const other = roomOf(target);
  return other !== null && (other === room || allowed.includes(other));
}

const arrow = ({ file, target }: Import) => `${file} -> ${target}`;

/** The arrows that are left once no file is left that imports none, or is imported by none, of the rest: there is a circle among them. */
function circular(all: readonly Import[]): readonly Import[] {
  const rest = all.filter(
    ({ file, target }) =>
      all.some((next) => next.file === target) && all.some((last) => last.target === file),
  );
  return rest.length === all.length ? rest : circular(rest);
}

describe('the doors', () => {
  it('has a room for every file', () => {
    expect(files.filter((file) => roomOf(file) === null)).toEqual([]);
  });

  it('lets imports go only where the rooms allow it', () => {
    expect(imports.filter((one) => !isAllowed(one)).map(arrow)).toEqual([]);
  });

  it('has no circle, of types neither', () => {
    expect(circular(imports).map(arrow)).toEqual([]);
  });

  it('keeps the monitor from any clock or chance of its own', () => {
    const impure = /\b(Date\.now|new Date\(\)|Math\.random|performance\.|setTimeout|process\.)/;
    const inMonitor = files.filter((file) => file.startsWith('main/monitor/'));
    expect(inMonitor.filter((file) => impure.test(code(file)))).toEqual([]);
  });

  it('lets window and words take types and constants of main, and nothing that acts', async () => {
    const taken = imports.filter(
      ({ file, target }) => /^(renderer|words)\//.test(file) && target.startsWith('main/'),
    );
    const acting = await Promise.all(
      taken.map(async ({ file, target, values }) => {
        const module = (
          values.length > 0 ? await import(pathToFileURL(resolve(target)).href) : {}
        ) as Readonly<Record<string, unknown>>;
        const acts = (name: string) => name === '*' || typeof module[name] === 'function';
        return values.filter(acts).map((name) => `${file} -> ${target}: ${name}`);
      }),
    );
    expect(acting.flat()).toEqual([]);
  });

  it('lets Electron in by three files, with one gate and one bridge', () => {
    const ofElectron = imports.filter(({ target, values }) => target === 'electron' && values.length > 0);
    expect(ofElectron.map(({ file }) => file).toSorted()).toEqual(electronEnters);
    const users = (name: string) => files.filter((file) => new RegExp(`\\b${name}\\b`).test(code(file)));
    expect(users('ipcMain')).toEqual(['main/security/ipc.ts']);
    expect(users('ipcRenderer')).toEqual(['main/preload.ts']);
  });

  it('keeps every file under 300 lines', () => {
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 300);
    expect(long).toEqual([]);
  });
});
