// What can be set of a journey as a whole: its name, who comes in, who leaves early, the rules of its messages, its data.

import { useMemo } from 'react';
import type { IssuePath } from '../../journey/issues.ts';
import { burstOf } from '../form/burst-of.ts';
import { FieldList } from '../form/field-list.tsx';
import { FieldView } from '../form/field-view.tsx';
import { type FormPlace, FormPlaceProvider } from '../form/form-place.ts';
import { IssueNotes } from '../form/issue-notes.tsx';
import { fieldsOf } from '../form/schema-fields.ts';
import { helpOf, titleOf } from '../form/schema-words.ts';
import { issuesAt } from '../form/use-issues.ts';
import { setJourney, setStart } from '../model/commands/set.ts';
import type { Command, Journey } from '../model/journey.ts';
import { useEditor } from '../state/editor.ts';
import { nameOf } from '../text/name-of.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { type Section as SectionName, sectionSchema } from './journey-schema.ts';
import { NameField } from './name-field.tsx';
import { NoteField } from './note-field.tsx';
import styles from './panel.module.css';
import { Section } from './section.tsx';
import { StepMenu } from './step-menu.tsx';

const texts = {
  journey: { en: 'Journey', ko: '여정' },
  name: { en: 'Name', ko: '이름' },
  start: { en: 'First step', ko: '첫 단계' },
  entry: { en: 'Entry', ko: '진입' },
  exit: { en: 'Leaving early', ko: '도중 종료' },
  policy: { en: 'Rules for messages', ko: '메시지 규칙' },
  data: { en: 'Data', ko: '데이터' },
};

const optional = ['exit', 'policy', 'data'] as const;

export function JourneySettings({ journey }: { readonly journey: Journey }) {
  const t = useText();
  const language = useLanguage();
  const apply = useEditor((state) => state.apply);
  return (
    <div className={styles['settings']}>
      <header className={styles['headline']}>
        <h2 className={styles['title']}>{nameOf(journey.name, language)}</h2>
        <p className={styles['kind']}>
          {t(texts.journey)} · <code>{journey.id}</code>
        </p>
      </header>
      <JourneyIssues isEmpty={Object.keys(journey.nodes).length === 0} />
      <NameField
        label={t(texts.name)}
        name={journey.name}
        isRequired
        onChange={(name) => apply(setJourney(['name'], name), 'name')}
      />
      <Section field="entry" title={t(texts.entry)} isSet>
        <SectionForm section="entry" value={journey.entry} />
        <StepMenu
          label={t(texts.start)}
          isLabelShown
          journey={journey}
          step={Object.hasOwn(journey.nodes, journey.start) ? journey.start : undefined}
          onChoose={(id) => apply(setStart(id))}
        />
      </Section>
      {optional.map((field) => (
        <Section key={field} field={field} title={t(texts[field])} isSet={journey[field] !== undefined}>
          <SectionForm section={field} value={journey[field]} />
        </Section>
      ))}
      <NoteField
        note={journey.note}
        lines={3}
        onChange={(note) => apply(setJourney(['note'], note), 'note')}
      />
    </div>
  );
}

function SectionForm({ section, value }: { readonly section: SectionName; readonly value: unknown }) {
  const t = useText();
  const place = useMemo<FormPlace>(() => toPlace(section), [section]);
  const schema = sectionSchema(section);
  const [title, help] = [titleOf(schema), helpOf(schema)];
  return (
    <FormPlaceProvider value={place}>
      {schema.type === 'object' ? (
        <FieldList fields={fieldsOf(schema)} value={value} path={[]} Field={FieldView} />
      ) : (
        <FieldView
          schema={schema}
          label={title === undefined ? section : t(title)}
          help={help === undefined ? undefined : t(help)}
          isRequired={false}
          value={value}
          path={[]}
        />
      )}
    </FormPlaceProvider>
  );
}

function toPlace(section: SectionName): FormPlace {
  return {
    base: [section],
    seesNodes: false,
    write: (path, value) => {
      const { history, apply } = useEditor.getState();
      const burst = burstOf(history?.present[section], path, value);
      apply(setSection(section, path, value), burst && `${section} ${burst}`);
    },
  };
}

/** A section that has become empty goes away with its last field. */
function setSection(section: SectionName, path: IssuePath, value: unknown): Command {
  return (journey) => {
    const changed = setJourney([section, ...path], value)(journey);
    const left = changed[section];
    const isEmpty = section !== 'entry' && left !== undefined && Object.keys(left).length === 0;
    return isEmpty ? setJourney([section], undefined)(changed) : changed;
  };
}

/** What is wrong with the journey as a whole; fields say what is wrong with them, and an empty canvas says how to begin. */
function JourneyIssues({ isEmpty }: { readonly isEmpty: boolean }) {
  const check = useEditor((state) => state.check);
  if (check === undefined) return null;
  const told = ['nodes', 'entry', 'exit', 'policy', 'data', 'canvas', ...(isEmpty ? ['start'] : [])];
  const fields: ReadonlySet<unknown> = new Set(told);
  return <IssueNotes issues={issuesAt(check, [], true).filter(({ path }) => !fields.has(path[0]))} />;
}
