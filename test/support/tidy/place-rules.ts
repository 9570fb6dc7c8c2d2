// House rules about what may be asked where: clocks and chance in replayed code, the environment, and how tests
// are written.

import ts from 'typescript';
import type { ProjectFile } from './project-file.ts';
import { at, type Finding, isOurCode, isProduct, isSandbox, isTest, nodesOf, type Rule } from './rule.ts';

/** Temporal makes these deterministic, but only the host may know the time. */
const mayReadClock = 'workflows/journey-run.ts';
const configuration = 'src/config.ts';
const testCalls = /^(test|it|describe|suite|bench)\b/;

const dotted = (node: ts.Node): string => node.getText().replace(/\s|\?/g, '');

function* impureReads(file: ProjectFile): Generator<Finding> {
  for (const node of nodesOf(file)) {
    const isClock =
      (ts.isPropertyAccessExpression(node) && dotted(node) === 'Date.now') ||
      (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length);
    const isChance = ts.isPropertyAccessExpression(node) && dotted(node) === 'Math.random';
    const isHost =
      ts.isIdentifier(node) && isGlobal(node, ['Intl', 'process', 'performance', 'crypto', 'fetch']);
    const isLocale = ts.isPropertyAccessExpression(node) && /^(toLocale|localeCompare)/.test(node.name.text);
    if ((isClock && file.path !== mayReadClock) || isChance || isHost || isLocale) yield at(file, node);
  }
}

/** The name itself, not a property or a parameter that is called the same. */
function isGlobal(node: ts.Identifier, names: readonly string[]): boolean {
  if (!names.includes(node.text)) return false;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return ts.isCallExpression(parent) || ts.isElementAccessExpression(parent) || ts.isNewExpression(parent);
}

function* environmentReads(file: ProjectFile): Generator<Finding> {
  for (const node of nodesOf(file)) {
    const isAccess =
      ts.isPropertyAccessExpression(node) && /^(globalThis\.)?process\.env$/.test(dotted(node));
    const isDestructured =
      ts.isVariableDeclaration(node) &&
      ts.isObjectBindingPattern(node.name) &&
      node.initializer?.getText() === 'process' &&
      node.name.elements.some((element) => (element.propertyName ?? element.name).getText() === 'env');
    const isImported =
      ts.isImportDeclaration(node) &&
      /^['"](node:)?process['"]$/.test(node.moduleSpecifier.getText()) &&
      /\benv\b/.test(node.importClause?.getText() ?? '');
    if (isAccess || isDestructured || isImported) yield at(file, node);
  }
}

function* focusedTests(file: ProjectFile): Generator<Finding> {
  for (const node of nodesOf(file)) {
    if (!ts.isPropertyAccessExpression(node) || !testCalls.test(node.expression.getText())) continue;
    if (['only', 'skip', 'todo', 'fails'].includes(node.name.text)) yield at(file, node);
    if (['skipIf', 'runIf'].includes(node.name.text) && !hasReason(file, node)) yield at(file, node);
  }
}

/** A comment in the line above the statement. */
function hasReason(file: ProjectFile, node: ts.Node): boolean {
  const statement = ts.findAncestor(node, ts.isStatement);
  return (ts.getLeadingCommentRanges(file.text, statement?.getFullStart() ?? 0) ?? []).length > 0;
}

function* namesWithShould(file: ProjectFile): Generator<Finding> {
  for (const node of nodesOf(file)) {
    if (!ts.isCallExpression(node) || !testCalls.test(node.expression.getText())) continue;
    const [name] = node.arguments;
    if (name !== undefined && ts.isStringLiteralLike(name) && /\bshould\b/i.test(name.text))
      yield at(file, name);
  }
}

function* mocks(file: ProjectFile): Generator<Finding> {
  for (const node of nodesOf(file)) {
    if (!ts.isCallExpression(node)) continue;
    if (/^vi\.(mock|doMock|fn|spyOn|mocked|stubGlobal|useFakeTimers|importMock)\b/.test(dotted(node)))
      yield at(file, node);
  }
}

export const placeRules: readonly Rule[] = [
  {
    says: 'replayed code reads no clock, no chance, no locale and nothing of its host',
    instead:
      'Take it as an argument: the host (workflows/journey-run.ts) passes times in; a random or formatted value comes from an activity.',
    applies: isSandbox,
    find: impureReads,
    bad: [
      { path: 'src/machine/a.ts', text: 'const a = Date.now();\n' },
      { path: 'workflows/a.ts', text: 'const a = new Date();\n' },
      { path: 'workflows/journey-run.ts', text: 'const a = Math.random();\n' },
      { path: 'src/machine/a.ts', text: 'const a = new Intl.NumberFormat();\n' },
      { path: 'src/machine/a.ts', text: "const a = process.env['A'];\n" },
      { path: 'src/machine/a.ts', text: 'const a = b.localeCompare(c);\n' },
    ],
    good: [
      { path: 'workflows/journey-run.ts', text: 'const a = Date.now();\n' },
      { path: 'src/machine/a.ts', text: 'const a = new Date(at);\nconst b = a.process;\n' },
      { path: 'src/store/a.ts', text: 'const a = Date.now();\n' },
    ],
  },
  {
    says: `the environment is read in ${configuration} only`,
    instead: `Add the variable to the schema in ${configuration} and take the parsed value as an argument.`,
    applies: (file) => isProduct(file) && file.path !== configuration,
    find: environmentReads,
    bad: [
      { path: 'src/http/a.ts', text: "const a = process.env['A'];\n" },
      { path: 'src/main/a.ts', text: 'const { env } = process;\n' },
      { path: 'src/main/a.ts', text: "import { env } from 'node:process';\n" },
    ],
    good: [
      { path: 'src/config.ts', text: 'const a = process.env;\n' },
      { path: 'src/main/a.ts', text: 'process.exit(1);\n' },
    ],
  },
  {
    says: 'no test is left out or alone',
    instead:
      'Finish it or take it away. A test that needs what a machine may lack uses skipIf, with the reason in a comment above.',
    applies: isTest,
    find: focusedTests,
    bad: [
      { path: 'test/a.test.ts', text: "test.only('a', () => {});\n" },
      { path: 'test/a.test.ts', text: "describe.skip('a', () => {});\n" },
      { path: 'test/a.test.ts', text: "test.skipIf(true)('a', () => {});\n" },
    ],
    good: [
      { path: 'test/a.test.ts', text: "// Windows has no signals.\ntest.skipIf(true)('a', () => {});\n" },
    ],
  },
  {
    says: 'the name of a test is a sentence about behaviour',
    instead: 'Say what happens, without "should".',
    applies: isTest,
    find: namesWithShould,
    bad: [{ path: 'test/a.test.ts', text: "test('it should send', () => {});\n" }],
    good: [{ path: 'test/a.test.ts', text: "test('a late webhook changes nothing', () => {});\n" }],
  },
  {
    says: 'nothing is mocked',
    instead:
      'Use the real thing (test/support brings up databases and servers) or a small real implementation of the port.',
    applies: (file) => isTest(file) && isOurCode(file),
    find: mocks,
    bad: [
      { path: 'test/a.test.ts', text: "vi.mock('./a.ts');\n" },
      { path: 'test/a.test.ts', text: 'const f = vi.fn();\n' },
    ],
    good: [{ path: 'test/a.test.ts', text: 'await vi.waitFor(() => {});\n' }],
  },
];
