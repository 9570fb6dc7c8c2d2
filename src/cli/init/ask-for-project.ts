// Asks at a terminal where a new project goes and what it starts with.

import { isCancel, select, text } from '@clack/prompts';
import type { Language } from '../../journey/issue-prose.ts';
import { hasKeyHelp } from '../key-help.ts';
import type { GalleryJourney } from './gallery.ts';

interface Known {
  readonly folder: string | undefined;
  readonly journey: GalleryJourney | undefined;
  readonly gallery: readonly GalleryJourney[];
}

/** Asks only what isn't known; undefined when the person gave up. */
export async function askForProject(
  { folder, journey, gallery }: Known,
  language: Language,
): Promise<{ readonly folder: string; readonly journey: GalleryJourney } | undefined> {
  const question = questions[language];
  const chosenFolder =
    folder ??
    (await text({ message: question.folder, placeholder: 'my-project', defaultValue: 'my-project' }));
  if (isCancel(chosenFolder)) return undefined;
  const chosenJourney =
    journey ??
    (await select({
      message: question.journey,
      showInstructions: hasKeyHelp(language),
      options: gallery.map((each) => ({ value: each, label: each.name[language], hint: each.id })),
    }));
  return isCancel(chosenJourney) ? undefined : { folder: chosenFolder, journey: chosenJourney };
}

const questions = {
  en: { folder: 'Which folder?', journey: 'Which journey do you want to start with?' },
  ko: { folder: '어느 폴더에 만들까요?', journey: '어떤 여정으로 시작할까요?' },
} as const;
