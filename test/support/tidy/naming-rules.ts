// House rules about files: size, names, places, headers and words.

import type { ProjectFile } from './project-file.ts';
import { type Finding, isCode, isGenerated, isOurCode, matches, type Rule } from './rule.ts';

const maxLines = 300;
const vagueNames = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'types',
  'constants',
  'manager',
  'service',
];
const barrels = [
  'workflows/index.ts',
  'activities/index.ts',
  'activities/nodes/index.ts',
  'src/node-kit/index.ts',
];
const kebabCase = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;
const topLevel = [
  'workflows',
  'activities',
  'src',
  'test',
  'temporal-docker',
  'docs',
  'schemas',
  '.ci',
  '.github',
];

const baseName = (file: ProjectFile): string => file.path.slice(file.path.lastIndexOf('/') + 1);
const lastWord = (file: ProjectFile): string => /([^-.]*)\./.exec(baseName(file))?.[1] ?? '';

function* once(isBroken: boolean, what: string): Generator<Finding> {
  if (isBroken) yield { line: 1, what };
}

const isLongLived = (file: ProjectFile): boolean => file.path !== 'package-lock.json' && !isGenerated(file);

// Built from parts, or this file would break its own rules.
const reminders = ['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'];
const hosts = [
  'registry\\.[a-z0-9.-]+',
  'files\\.python' + 'hosted\\.org',
  'py' + 'pi\\.org',
  '\\S+/-/\\S+\\.tgz',
];
const homes = ['work', 'root', 'Users', 'home(?!/node\\b)'];

export const namingRules: readonly Rule[] = [
  {
    says: `a file has at most ${maxLines} lines`,
    instead: 'Split it along its concepts, one thing exported per file.',
    applies: isOurCode,
    find: (file) => {
      const lines = file.text.split('\n').length - 1;
      return once(lines > maxLines, `${lines} lines`);
    },
    bad: [{ text: '//\n'.repeat(maxLines + 1) }],
    good: [{ text: '//\n'.repeat(maxLines) }, { path: 'src/a.generated.ts', text: '//\n'.repeat(900) }],
  },
  {
    says: 'a file is named after the one thing it exports',
    instead: `Name it after what it gives. Names that say nothing: ${vagueNames.join(', ')}.`,
    applies: isCode,
    find: (file) => once(vagueNames.includes(lastWord(file)), baseName(file)),
    bad: [
      { path: 'src/http/utils.ts', text: '' },
      { path: 'src/http/run-service.ts', text: '' },
    ],
    good: [{ path: 'src/node-kit/node-type.ts', text: '' }],
  },
  {
    says: 'file names are kebab-case',
    instead: 'Rename it: lower case, words joined by hyphens.',
    applies: isCode,
    find: (file) =>
      once(
        file.path.split('/').some((part) => !kebabCase.test(part)),
        file.path,
      ),
    bad: [
      { path: 'src/http/RunRoute.ts', text: '' },
      { path: 'src/Http/run_route.ts', text: '' },
    ],
    good: [
      { path: 'src/store/migrations/0001-first.ts', text: '' },
      { path: 'test/a.long.test.ts', text: '' },
    ],
  },
  {
    says: 'there are no barrels',
    instead: `Import from the file that defines it. An index.ts exists only where something loads it: ${barrels.join(', ')}.`,
    applies: isCode,
    find: (file) => once(/^index\.tsx?$/.test(baseName(file)) && !barrels.includes(file.path), file.path),
    bad: [{ path: 'src/store/index.ts', text: '' }],
    good: [{ path: 'workflows/index.ts', text: '' }],
  },
  {
    says: 'a module starts with a comment that says what it is for',
    instead: 'Write one to four sentences on top: purpose, where it runs, the invariant it keeps.',
    applies: (file) => isOurCode(file) && !/\.test\.tsx?$/.test(file.path),
    find: (file) => once(!/^(#!.*\n)?\s*(\/\/ \S|\/\*)/.test(file.text), file.text.split('\n')[0] ?? ''),
    bad: [{ text: "import a from 'a';\n// Late.\n" }],
    good: [{ text: '// Builds charts. Pure.\n' }, { text: '#!/usr/bin/env node\n// The CLI.\n' }],
  },
  {
    says: 'nothing is left for later in a comment',
    instead: 'Do it now, or open an issue.',
    applies: isLongLived,
    find: (file) => matches(file, new RegExp(`\\b(${reminders.join('|')})\\b`, 'g')),
    bad: [{ text: `// ${reminders[0]}: more\n` }],
    good: [{ text: '// All done.\n' }],
  },
  {
    says: 'no package host is written down',
    instead: "Leave hosts to the user's npm and pip configuration; .npmrc keeps them out of the lockfile.",
    applies: () => true,
    find: (file) => matches(file, new RegExp(`https?://(${hosts.join('|')})`, 'g')),
    bad: [{ path: 'package-lock.json', text: `"resolved": "https://npm.example.com/a/${'-'}/a-1.0.0.tgz"` }],
    good: [{ path: 'README.md', text: 'https://temporal.io/docs' }],
  },
  {
    says: "no path of somebody's machine is written down",
    instead: 'Write paths from the root of the project.',
    applies: isLongLived,
    find: (file) =>
      matches(file, new RegExp(`(?<![\\w./~$}\\])-])/(${homes.join('|')})(?=[/'"\`\\s]|$)`, 'g')),
    bad: [{ text: `const a = '/${'work'}/main';\n` }, { path: 'a.md', text: `cd /${'root'}` }],
    good: [{ text: `const url = '${'https://x.example/root'}/a';\n` }, { text: "const app = './work/a';\n" }],
  },
  {
    says: 'every folder of the top level is one that the README names',
    instead: `Put it into one of: ${topLevel.join(', ')}. Tool configuration goes into a file at the root.`,
    applies: (file) => file.path.includes('/'),
    find: (file) => once(!topLevel.includes(file.path.split('/')[0] ?? ''), file.path),
    bad: [{ path: 'lib/a.ts', text: '' }],
    good: [
      { path: 'src/a.ts', text: '' },
      { path: 'README.md', text: '' },
    ],
  },
];
