// The form of a new journey: what it begins from, its name and id, and making it: a draft from the first moment.

import { useState } from 'react';
import { StaleDraftError } from '../../client/client-errors.ts';
import type { LocalizedText } from '../../journey/catalogue.ts';
import { client } from '../api/client.ts';
import { toDraftText } from '../drafts/draft.ts';
import { journeyOf } from '../drafts/journey-of.ts';
import { openedDraft } from '../drafts/read-draft.ts';
import type { Journey } from '../model/journey.ts';
import { fromText } from '../model/json-text.ts';
import { go } from '../state/route.ts';
import { nameOf } from '../text/name-of.ts';
import { useLanguage } from '../text/use-text.ts';
import { duplicate, emptyJourney, refuseId, refuseName, suggestId } from './new-journey.ts';

/** What the form is opened for. */
export type Template = { readonly kind: 'empty' } | { readonly kind: 'copy'; readonly of: string };

export type From = 'empty' | 'gallery' | 'file';

export interface NewJourneyForm {
  readonly from: From;
  readonly setFrom: (from: From) => void;
  readonly chosen: Journey | undefined;
  readonly choose: (journey: Journey | undefined) => void;
  /** Nothing is chosen yet of what was wanted. */
  readonly needsChoice: boolean;
  readonly name: string;
  readonly setName: (name: string) => void;
  readonly nameError: LocalizedText | undefined;
  readonly id: string;
  readonly setId: (id: string) => void;
  readonly idError: LocalizedText | undefined;
  readonly create: () => Promise<void>;
  readonly error: unknown;
}

interface Given {
  readonly begin: Template;
  readonly taken: ReadonlySet<string>;
  readonly onDone: () => void;
}

export function useNewJourney({ begin, taken, onDone }: Given): NewJourneyForm {
  const language = useLanguage();
  const [from, setFrom] = useState<From>('empty');
  const [chosen, setChosen] = useState<Journey>();
  const [name, setName] = useState('');
  const [written, setId] = useState<string>();
  const [isTried, setTried] = useState(false);
  /** Somebody else was quicker. */
  const [lost, setLost] = useState<string>();
  const [error, setError] = useState<unknown>();
  const model = begin.kind === 'copy' ? begin.of : from === 'empty' ? '' : (chosen?.id ?? '');
  const all = lost === undefined ? taken : new Set([...taken, lost]);
  const id = written ?? suggestId(name === '' ? model : name, taken);
  const refused = { name: refuseName(name), id: refuseId(id, all) };
  const needsChoice = begin.kind === 'empty' && from !== 'empty' && chosen === undefined;

  const choose = (journey: Journey | undefined) => {
    setChosen(journey);
    if (journey !== undefined && name === '') setName(nameOf(journey.name, language));
  };
  const create = async () => {
    setTried(true);
    setError(undefined);
    if (refused.name !== undefined || refused.id !== undefined || needsChoice) return;
    try {
      const source =
        begin.kind === 'copy' ? await readJourney(begin.of) : from === 'empty' ? undefined : chosen;
      const title = name.trim();
      const journey = source === undefined ? emptyJourney(id, title) : duplicate(source, id, title);
      await client.saveDraft(id, { source: toDraftText(journey) });
    } catch (problem) {
      if (problem instanceof StaleDraftError) setLost(id);
      else setError(problem);
      return;
    }
    onDone();
    go({ screen: 'journey', journey: id, mode: 'edit' });
  };
  const nameError = isTried ? refused.name : undefined;
  const idError = isTried || written !== undefined ? refused.id : undefined;
  return {
    ...{ from, setFrom, chosen, choose, needsChoice },
    ...{ name, setName, nameError, id, setId, idError, create, error },
  };
}

/** The draft if there is one, else the newest version. @throws ProblemError, UnreachableError */
async function readJourney(id: string): Promise<Journey> {
  const draft = await openedDraft.ask(id);
  const drafted = draft && fromText(draft.source).journey;
  return drafted ?? journeyOf(await client.journey(id));
}
