// The house rules, as tests. A failure says where, and what to do instead. Each rule is also tried on its own
// examples: it catches what it forbids and lets the rest pass.

import path from 'node:path';
import { assert, describe, expect, test } from 'vitest';
import { namingRules } from './support/tidy/naming-rules.ts';
import { placeRules } from './support/tidy/place-rules.ts';
import { type ProjectFile, readProject, toProjectFile } from './support/tidy/project-file.ts';
import type { Example, Rule } from './support/tidy/rule.ts';
import { syntaxRules } from './support/tidy/syntax-rules.ts';

const root = path.resolve(import.meta.dirname, '..');
const rules: readonly Rule[] = [...namingRules, ...syntaxRules, ...placeRules];
const project = readProject(root);

function breaches(rule: Rule, files: readonly ProjectFile[]): string[] {
  const found: string[] = [];
  for (const file of files) {
    if (!rule.applies(file)) continue;
    for (const { line, what } of rule.find(file)) found.push(`${file.path}:${line}  ${what}`);
  }
  return found;
}

const toFile = ({ path: name = 'src/example.ts', text }: Example): ProjectFile => toProjectFile(name, text);

describe('the house rules', () => {
  for (const rule of rules) {
    test(rule.says, () => {
      const found = breaches(rule, project);
      assert(found.length === 0, [rule.instead, ...found].join('\n'));
    });
  }

  test('workflows, activities and temporal-docker say in a README what goes into them', () => {
    const names = new Set(project.map((file) => file.path));
    const readmes = ['workflows', 'activities', 'temporal-docker'].map((folder) => `${folder}/README.md`);
    expect(readmes.filter((readme) => !names.has(readme))).toEqual([]);
  });
});

describe('each house rule', () => {
  for (const rule of rules) {
    test(`catches what breaks: ${rule.says}`, () => {
      expect(rule.bad.filter((example) => breaches(rule, [toFile(example)]).length === 0)).toEqual([]);
    });

    test(`lets the rest pass: ${rule.says}`, () => {
      expect(breaches(rule, rule.good.map(toFile))).toEqual([]);
    });
  }
});
