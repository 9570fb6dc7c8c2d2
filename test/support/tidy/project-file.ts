// The files that the house rules look at: everything in the checkout that .gitignore doesn't name. Needs no git, so
// that it works in an archive and for any user.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export interface ProjectFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The syntax tree; only for TypeScript. */
  readonly tree: ts.SourceFile | undefined;
}

const textEndings =
  /\.(ts|tsx|cjs|mjs|js|json|jsonc|md|yaml|yml|tsv|txt|css|html|sql|sh)$|^[^.]*$|^\.[^.]+$|^\.env/;

/** Names a path in two ways at once: a file of the checkout, or an example in a test of the rules. */
export function toProjectFile(filePath: string, text: string): ProjectFile {
  const isTypeScript = /\.tsx?$/.test(filePath);
  return {
    path: filePath,
    text,
    tree: isTypeScript ? ts.createSourceFile(filePath, text, ts.ScriptTarget.Latest, true) : undefined,
  };
}

/** All text files of the checkout. */
export function readProject(root: string): ProjectFile[] {
  const isIgnored = readIgnore(root);
  const files: ProjectFile[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const name = path.posix.join(folder, entry.name);
      if (entry.name === '.git' || isIgnored(entry.name)) continue;
      if (entry.isDirectory()) walk(name);
      else if (entry.isFile() && textEndings.test(entry.name)) {
        files.push(toProjectFile(name, readFileSync(path.join(root, name), 'utf8')));
      }
    }
  };
  walk('');
  return files;
}

/** Our .gitignore holds names and `*.ending` only. */
function readIgnore(root: string): (name: string) => boolean {
  const lines = readFileSync(path.join(root, '.gitignore'), 'utf8').split('\n');
  const names = lines
    .map((line) => line.trim().replace(/^\//, '').replace(/\/$/, ''))
    .filter((line) => line !== '');
  return (name) => names.some((n) => (n.startsWith('*.') ? name.endsWith(n.slice(1)) : name === n));
}
