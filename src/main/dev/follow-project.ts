// Keeps the stack of `jornada dev` as the project is: journeys are published and templates told as they are saved; where
// code has changed, server and worker start again with the node types that it declares now.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CliError } from '../../cli/cli-error.ts';
import type { DevOptions } from '../../cli/command-ports.ts';
import { loadProject } from '../../cli/project.ts';
import type { Local } from '../start-local.ts';
import { createPublisher } from './publish-journeys.ts';
import { takeTemplates } from './take-templates.ts';
import { watchFolder } from './watch-folder.ts';

const gallery = fileURLToPath(new URL('../../gallery/', import.meta.url));

/** Publishes what is there. @returns what ends it */
export async function followProject(
  local: Pick<Local, 'api' | 'renew' | 'store' | 'config' | 'meta'>,
  options: Pick<DevOptions, 'project' | 'language'>,
): Promise<() => void> {
  const { language } = options;
  let { project } = options;
  // As `jornada init` lays them out.
  const own = join(project.folder, 'journeys');
  const [watched, folder] = existsSync(own) ? [project.folder, own] : [gallery, gallery];
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const publishJourneys = createPublisher({ api: local.api, folder, language, say });
  const publish = async (): Promise<void> => {
    await takeTemplates({ local, project, folder, language, say });
    // Only what Meta has listed is checked against, and shown with its words.
    await local.api.syncTemplates();
    await publishJourneys(project.catalogue);
  };
  const reload = async (): Promise<void> => {
    try {
      project = await loadProject(project.folder, { isFresh: true });
      await local.renew(project.nodeTypes);
      say(texts[language].renewed);
    } catch (error) {
      say(error instanceof CliError ? error.text[language] : `${texts[language].failed}: ${error}`);
    }
  };
  await publish();
  return watchFolder(watched, async (names) => {
    if (names.some(isCode)) await reload();
    await publish();
  });
}

function isCode(name: string): boolean {
  return /\.[cm]?[jt]s$/.test(name);
}

const texts = {
  en: {
    renewed: 'The code has changed: server and worker run with it now.',
    failed: 'The changed code could not be started',
  },
  ko: {
    renewed: '코드가 바뀌어 서버와 워커를 다시 시작했습니다.',
    failed: '바뀐 코드를 시작하지 못했습니다',
  },
} as const;
