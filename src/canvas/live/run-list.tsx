// Who came through the journey: everybody, or those that the filter and what is selected on the canvas mean.

import { X } from 'lucide-react';
import { useMemo } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { outcomeWords } from '../model/outcome-words.ts';
import { useCatalogue } from '../state/catalogue.ts';
import { nothing, useEditor } from '../state/editor.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { endingsOf } from './endings.ts';
import { PersonPicker } from './person-picker.tsx';
import styles from './run-list.module.css';
import { type Chosen, chosenOf, toRunQuery } from './run-query.ts';
import { RunRows } from './run-rows.tsx';
import { everybody, filterRuns, type RunFilter, useLive } from './state.ts';
import { titleOfStep } from './step-title.ts';
import { useFindKey } from './use-find-key.ts';
import { useRuns } from './use-runs.ts';
import type { LiveVersion } from './use-version.ts';

const texts = {
  find: { en: 'Find a person', ko: '사람 찾기' },
  findHint: { en: 'Name, id, or end of phone number', ko: '이름, id, 전화번호 끝자리' },
  state: { en: 'State', ko: '상태' },
  all: { en: 'All', ko: '전체' },
  running: { en: 'Under way', ko: '진행 중' },
  closed: { en: 'Finished', ko: '끝남' },
  outcome: { en: 'How it ended', ko: '끝난 결과' },
  anyOutcome: { en: 'Any end', ko: '모든 결과' },
  clear: { en: 'Show everybody again', ko: '모두 보기' },
};

interface Props {
  readonly journey: string;
  readonly version: LiveVersion;
}

export function RunList({ journey, version }: Props) {
  const t = useText();
  const { filter, counts, scope } = useLive();
  const selection = useEditor((state) => state.selection);
  const chosen = useChosen(version);
  const query = useMemo(
    () => toRunQuery(journey, { version: scope === 'all' ? undefined : version.version, filter, chosen }),
    [journey, scope, version.version, filter, chosen],
  );
  useFindKey('[data-shortcut="/"]');
  const runs = useRuns(query, counts?.asOf);
  const isNarrowed = chosen !== undefined || filter !== everybody;
  return (
    <section className={styles['list']}>
      <div className={styles['filters']}>
        <PersonPicker
          shortcut="/"
          label={t(texts.find)}
          placeholder={t(texts.findHint)}
          chosen={filter.person}
          onChoose={(person) => filterRuns({ person })}
        />
        <StateFilter state={filter.state} />
        {filter.state !== 'running' && <OutcomeFilter version={version} outcome={filter.outcome} />}
        {chosen !== undefined && <ChosenChip chosen={chosen} version={version} />}
      </div>
      <RunRows
        runs={runs}
        version={version}
        isNarrowed={isNarrowed}
        onClear={() => {
          useLive.setState({ filter: everybody });
          if (selection !== nothing) useEditor.getState().select(nothing);
        }}
      />
    </section>
  );
}

function useChosen({ journey, check }: LiveVersion): Chosen | undefined {
  const selection = useEditor((state) => state.selection);
  const filter = useLive((state) => state.filter);
  const counts = useLive((state) => state.counts);
  return useMemo(
    () => (journey === undefined ? undefined : chosenOf({ journey, check }, { selection, filter, counts })),
    [journey, check, selection, filter, counts],
  );
}

const states = ['all', 'running', 'closed'] as const;

function StateFilter({ state }: Pick<RunFilter, 'state'>) {
  const t = useText();
  return (
    <ToggleButtonGroup
      aria-label={t(texts.state)}
      className={styles['states'] ?? ''}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[state]}
      onSelectionChange={([key]) => {
        const chosen = states.find((one) => one === key);
        if (chosen !== undefined)
          filterRuns({ state: chosen, ...(chosen === 'running' ? { outcome: undefined } : {}) });
      }}
    >
      {states.map((one) => (
        <ToggleButton key={one} id={one} className={styles['state'] ?? ''}>
          {t(texts[one])}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

function OutcomeFilter({ version, outcome }: { readonly version: LiveVersion } & Pick<RunFilter, 'outcome'>) {
  const t = useText();
  const counts = useLive((state) => state.counts);
  const endings = endingsOf(version, counts);
  const any = { id: '', label: t(texts.anyOutcome) };
  return (
    <Select
      label={t(texts.outcome)}
      isLabelHidden
      choices={[any, ...endings.map((word) => ({ id: word, label: t(outcomeWords(word)) }))]}
      value={outcome ?? ''}
      onChange={(word) => filterRuns({ outcome: word === '' ? undefined : word })}
    />
  );
}

/** What is selected on the canvas, as a filter that can be taken away. */
function ChosenChip({ chosen, version }: { readonly chosen: Chosen; readonly version: LiveVersion }) {
  const t = useText();
  const language = useLanguage();
  const nodeTypes = useCatalogue((state) => state.nodeTypes);
  const title = (id: string) => titleOfStep(version, id, { nodeTypes, language });
  return (
    <div className={styles['chosen']}>
      <span>
        {chosen.target === undefined
          ? t(chosen.left === null ? hereNow(title(chosen.node)) : cameTo(title(chosen.node)))
          : `${title(chosen.node)} → ${title(chosen.target)}`}
      </span>
      <Button look="icon" aria-label={t(texts.clear)} onPress={() => useEditor.getState().select(nothing)}>
        <X size={14} aria-hidden="true" />
      </Button>
    </div>
  );
}

function hereNow(title: string) {
  return { en: `At “${title}” now`, ko: `지금 "${title}"에 있음` };
}

function cameTo(title: string) {
  return { en: `Came to “${title}”`, ko: `"${title}"에 온 사람` };
}
