import ts from 'typescript';

/** One small fault that could be in a file: the text from `start` to `end` replaced. */
export interface Mutation {
  /** From the project's root. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** `line 12: removed forgetOldest(state)`. */
  readonly what: string;
}

const swaps: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.LessThanToken, '>='],
  [ts.SyntaxKind.LessThanEqualsToken, '>'],
  [ts.SyntaxKind.GreaterThanToken, '<='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '<'],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
]);

/** All faults that the rules know for a file: operators turned round, conditions that always or never hold, calls left out. */
export function mutationsOf(file: string, source: string): readonly Mutation[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ESNext, true);
  const mutations: Mutation[] = [];

  function add(node: ts.Node, replacement: string, what: string): void {
    const start = node.getStart(tree);
    const line = tree.getLineAndCharacterOfPosition(start).line + 1;
    mutations.push({ file, start, end: node.getEnd(), replacement, what: `line ${line}: ${what}` });
  }

  function visit(node: ts.Node): void {
    if (ts.isTypeNode(node)) return;
    if (ts.isBinaryExpression(node)) {
      const swap = swaps.get(node.operatorToken.kind);
      if (swap !== undefined) add(node.operatorToken, swap, `${textOf(node)} with ${swap}`);
    } else if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) {
      const condition = ts.isIfStatement(node) ? node.expression : node.condition;
      for (const always of ['true', 'false']) add(condition, always, `${textOf(condition)} is ${always}`);
    } else if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) {
      add(node, ';', `without ${textOf(node)}`);
    }
    ts.forEachChild(node, visit);
  }

  visit(tree);
  return mutations;
}

export function withMutation(source: string, { start, end, replacement }: Mutation): string {
  return source.slice(0, start) + replacement + source.slice(end);
}

const textOf = (node: ts.Node): string => node.getText().replace(/\s+/g, ' ').slice(0, 70);
