// The project's `templates.json` on the stack of `jornada dev`, as if Meta had told of them: a utility template isn't
// held back as marketing, and a paused one is refused, as in the simulator.

import { join } from 'node:path';
import { CliError } from '../../cli/cli-error.ts';
import type { Project } from '../../cli/project.ts';
import type { Language } from '../../journey/issue-prose.ts';
import type { Local } from '../start-local.ts';
import { storeTemplates } from '../store-templates.ts';

export interface TemplatesOptions {
  readonly local: Pick<Local, 'store' | 'config'>;
  readonly project: Pick<Project, 'surroundingsOf'>;
  /** Where the journeys are, and the file beside them. */
  readonly folder: string;
  readonly language: Language;
  readonly say: (line: string) => void;
}

/** A file that can't be used is told, and leaves what was known before. */
export async function takeTemplates(options: TemplatesOptions): Promise<void> {
  const { local, project, folder, language, say } = options;
  try {
    await storeTemplates(local, project.surroundingsOf(join(folder, 'any.json')).templates ?? []);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    say(error.text[language]);
  }
}
