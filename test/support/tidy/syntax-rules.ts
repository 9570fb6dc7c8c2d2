// House rules about code, read from the syntax tree.

import ts from 'typescript';
import type { ProjectFile } from './project-file.ts';
import { at, type Finding, isCode, isOurCode, isProduct, nodesOf, type Rule } from './rule.ts';

const maxFunctionLines = 70;
const maxParameters = 3;
/** Vitest and its reporters are loaded by default export. */
const mayExportDefault = (file: ProjectFile): boolean =>
  /\.config\.ts$/.test(file.path) || file.path === 'test/support/tally-reporter.ts';

function* where(file: ProjectFile, isBroken: (node: ts.Node) => boolean): Generator<Finding> {
  for (const node of nodesOf(file)) if (isBroken(node)) yield at(file, node);
}

/** The function given to `describe` is an outline, not a function. */
function isSuite(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && /^describe\b/.test(node.parent.expression.getText());
}

function* longFunctions(file: ProjectFile): Generator<Finding> {
  for (const node of nodesOf(file)) {
    if (!ts.isFunctionLike(node) || isSuite(node)) continue;
    const lines = node.getText(file.tree).split('\n').length;
    if (lines > maxFunctionLines) yield at(file, node, `${lines} lines`);
  }
}

/** Ours to choose: a callback's parameters are the caller's. */
function isOwnSignature(node: ts.Node): node is ts.FunctionLikeDeclaration {
  const isDeclared =
    ts.isFunctionDeclaration(node) || ts.isConstructorDeclaration(node) || ts.isMethodDeclaration(node);
  const isNamed =
    (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) && ts.isVariableDeclaration(node.parent);
  return isDeclared || isNamed;
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === 'default';
  const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
}

/** `declare module 'x'` adds to somebody else's types, and is none. */
function isNamespace(node: ts.Node): boolean {
  return ts.isModuleDeclaration(node) && !ts.isStringLiteral(node.name);
}

function isBareThrow(node: ts.Node): boolean {
  if (!ts.isThrowStatement(node) || !ts.isNewExpression(node.expression)) return false;
  if (node.expression.expression.getText() !== 'Error') return false;
  const owner = ts.findAncestor(node, ts.isFunctionDeclaration);
  return !/^(assert|unreachable|impossible)/.test(owner?.name?.text ?? '');
}

function isUnfinishedImport(node: ts.Node): boolean {
  if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) return false;
  const target = node.moduleSpecifier;
  if (target === undefined || !ts.isStringLiteral(target) || !target.text.startsWith('.')) return false;
  return !/\.(ts|tsx|json|css)$/.test(target.text);
}

export const syntaxRules: readonly Rule[] = [
  {
    says: `a function has at most ${maxFunctionLines} lines`,
    instead: 'Take out the parts that have a name of their own.',
    applies: isOurCode,
    find: longFunctions,
    bad: [{ text: `const a = () => {\n${'f();\n'.repeat(maxFunctionLines)}};\n` }],
    good: [
      { text: `function a() {\n${'f();\n'.repeat(maxFunctionLines - 2)}}\n` },
      { text: `describe('a', () => {\n${'f();\n'.repeat(200)}});\n` },
    ],
  },
  {
    says: `a function of ours has at most ${maxParameters} parameters`,
    instead: 'Take an options object.',
    applies: isOurCode,
    find: (file) => where(file, (node) => isOwnSignature(node) && node.parameters.length > maxParameters),
    bad: [
      { text: 'function f(a: 1, b: 1, c: 1, d: 1) {}\n' },
      { text: 'const f = (a: 1, b: 1, c: 1, d: 1) => a;\n' },
    ],
    good: [{ text: 'g((a, b, c, d) => a);\n' }],
  },
  {
    says: 'nothing is typed any',
    instead: 'Write the type, or `unknown` and parse it where it comes in.',
    applies: isOurCode,
    find: (file) => where(file, (node) => node.kind === ts.SyntaxKind.AnyKeyword),
    bad: [{ text: 'const a = b as any;\n' }],
    good: [{ text: "const any = 'any'; // any\n" }],
  },
  {
    says: 'there are no enums and no namespaces',
    instead: 'Write a union of literals; a list of them `as const` where values are needed.',
    applies: isCode,
    find: (file) => where(file, (node) => ts.isEnumDeclaration(node) || isNamespace(node)),
    bad: [{ text: 'enum A { b }\n' }, { text: 'namespace A {}\n' }],
    good: [{ text: "type A = 'b' | 'c';\n" }, { text: "declare module 'vitest' {}\n" }],
  },
  {
    says: 'there are no default exports',
    instead: 'Export by name, so that everybody calls it the same.',
    applies: (file) => isOurCode(file) && !mayExportDefault(file),
    find: (file) => where(file, isDefaultExport),
    bad: [
      { text: 'export default 1;\n' },
      { text: 'export default function f() {}\n' },
      { text: 'export { a as default };\n' },
    ],
    good: [{ text: 'export const a = 1;\n' }, { path: 'vitest.config.ts', text: 'export default {};\n' }],
  },
  {
    says: 'nothing is exported by star',
    instead: 'Name what you export.',
    applies: isCode,
    find: (file) => where(file, (node) => ts.isExportDeclaration(node) && node.exportClause === undefined),
    bad: [{ text: "export * from './a.ts';\n" }],
    good: [{ text: "export { a } from './a.ts';\n" }],
  },
  {
    says: 'errors have a class with a code',
    instead:
      'Throw NodeError, AppError or a class of your own with a `code`; return issues and outcomes. Impossible states: a function named assert…, unreachable… or impossible….',
    applies: isProduct,
    find: (file) => where(file, isBareThrow),
    bad: [{ path: 'src/a.ts', text: "throw new Error('no');\n" }],
    good: [
      { path: 'src/a.ts', text: "throw new StoreError('STORE_GONE');\n" },
      { path: 'src/a.ts', text: "function unreachable(x: never): never {\n  throw new Error('x');\n}\n" },
    ],
  },
  {
    says: 'imports between our files end in .ts',
    instead: 'Write the whole name of the file.',
    applies: isOurCode,
    find: (file) => where(file, isUnfinishedImport),
    bad: [{ text: "import { a } from './a';\n" }, { text: "import { a } from './a.js';\n" }],
    good: [{ text: "import { a } from './a.ts';\nimport b from 'b';\n" }],
  },
];
