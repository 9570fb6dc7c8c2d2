// The project's templates, those beside its journeys, on the stack of `jornada dev`, as if Meta had told of them: a utility template isn't
// held back as marketing, and a paused one is refused, as in the simulator.

import { dirname, join } from 'node:path';
import { CliError } from '../../cli/cli-error.ts';
import { findFiles } from '../../cli/find-files.ts';
import type { Project } from '../../cli/project.ts';
import type { GivenTemplate } from '../../emulators/cloud-api/platform/template.ts';
import type { Language } from '../../journey/issue-prose.ts';
import type { TemplateInfo } from '../../journey/surroundings.ts';
import type { Local } from '../start-local.ts';
import { storeTemplates, toComponents } from '../store-templates.ts';

export interface TemplatesOptions {
  readonly local: Pick<Local, 'store' | 'config' | 'meta'>;
  readonly project: Pick<Project, 'surroundingsOf'>;
  /** Where the journeys are, in folders or not, and `templates.json` beside them. */
  readonly folder: string;
  readonly language: Language;
  readonly say: (line: string) => void;
}

/** With its parts where the file has them: the phones of the emulator show what Meta's would. */
function toGiven({
  name,
  language,
  category,
  status,
  bodyParameters,
  components,
}: TemplateInfo): GivenTemplate {
  const given = { name, language, category, status };
  if (components === undefined) return given;
  const parameterFormat = Array.isArray(bodyParameters) ? 'NAMED' : 'POSITIONAL';
  return { ...given, components: toComponents(components), parameterFormat };
}

/** A file that can't be used is told, and leaves what was known before. */
export async function takeTemplates(options: TemplatesOptions): Promise<void> {
  const { local, project, folder, language, say } = options;
  const files = await findFiles([folder], (name) => name === 'templates.json');
  try {
    for (const beside of new Set([folder, ...files.map((file) => dirname(file))])) {
      const templates = project.surroundingsOf(join(beside, 'any.json')).templates ?? [];
      // First at the emulated Meta, whose list is read now and then.
      for (const template of templates) local.meta.addTemplate(toGiven(template));
      await storeTemplates(local, templates);
    }
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    say(error.text[language]);
  }
}
