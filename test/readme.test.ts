// The README's examples are real: the journey validates, the node is the one in the tree, the links lead somewhere.

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../activities/nodes/index.ts';
import { validateJourney } from '../src/journey/validate.ts';
import { projectRoot } from './support/run-tool.ts';

const readme = readFileSync(`${projectRoot}/README.md`, 'utf8');
const scripts = (JSON.parse(readFileSync(`${projectRoot}/package.json`, 'utf8')) as { scripts: object })
  .scripts;

function block(language: string): string {
  return readme.split(`\`\`\`${language}\n`)[1]?.split('```')[0] ?? '';
}

/** Without line comments and spacing. */
function bare(code: string): string {
  return code
    .replace(/\s+\/\/.*$/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}

describe('the README', () => {
  test('shows a journey without findings', () => {
    expect(validateJourney(block('json'), catalogue).issues).toEqual([]);
  });

  test('shows http.request as it is', () => {
    const source = readFileSync(`${projectRoot}/activities/nodes/http-request.ts`, 'utf8');
    expect(bare(source)).toContain(bare(block('ts')));
    expect(block('ts').split('\n').length).toBeLessThanOrEqual(32);
  });

  test('links to files that exist, and names scripts that exist', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, link]) => link ?? '');
    expect(links.filter((link) => !existsSync(`${projectRoot}/${link}`))).toEqual([]);
    const named = [...readme.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
