// The package.json of a new project. What npm wrote before stays; what a project needs is added.

import path from 'node:path';

interface Place {
  readonly folder: string;
  /** How npm finds us. */
  readonly dependency: string;
}

const scripts = {
  validate: 'jornada validate journeys',
  test: 'jornada test',
  dev: 'jornada dev',
};

/** `existing`: the text of the file that is there already. */
export function toPackageJson(existing: string | undefined, { folder, dependency }: Place): string {
  const known = existing === undefined ? { name: toName(folder), private: true } : JSON.parse(existing);
  const made = {
    ...known,
    // Node files are modules.
    type: 'module',
    scripts: { ...known.scripts, ...scripts },
    dependencies: { jornada: dependency, ...known.dependencies },
  };
  return `${JSON.stringify(made, null, 2)}\n`;
}

/** A name that npm accepts. */
function toName(folder: string): string {
  const name = path
    .basename(path.resolve(folder))
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'journeys' : name;
}
