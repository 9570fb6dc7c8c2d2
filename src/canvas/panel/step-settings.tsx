// What can be set of a step: its name, what its type asks for, how its message looks, and what colleagues should know.

import { memo, useMemo } from 'react';
import type { IssuePath } from '../../journey/issues.ts';
import { burstOf } from '../form/burst-of.ts';
import { FieldList } from '../form/field-list.tsx';
import { FieldView } from '../form/field-view.tsx';
import { type FormPlace, FormPlaceProvider } from '../form/form-place.ts';
import { IssueNotes } from '../form/issue-notes.tsx';
import { controlOf } from '../form/schema-fields.ts';
import { useDraft } from '../form/use-draft.ts';
import { issuesAt } from '../form/use-issues.ts';
import { chain } from '../model/commands/chain.ts';
import { renameOutcome } from '../model/commands/connect.ts';
import { setConfig, setStep } from '../model/commands/set.ts';
import { keysOf } from '../model/edges.ts';
import { type Command, type Journey, type Step, stepOf } from '../model/journey.ts';
import { valueAt } from '../model/set-in.ts';
import { useNodeType } from '../state/catalogue.ts';
import { useEditor } from '../state/editor.ts';
import { useText } from '../text/use-text.ts';
import { TextField } from '../ui/field.tsx';
import { Prose } from '../ui/prose.tsx';
import { MessagePreview } from './message-preview.tsx';
import { NameField } from './name-field.tsx';
import { NoteField } from './note-field.tsx';
import styles from './panel.module.css';
import { IdField } from './step-head.tsx';
import { WindowHint } from './window-hint.tsx';

const texts = {
  name: { en: 'Name', ko: '이름' },
  form: { en: 'Kind', ko: '종류' },
  unknown: {
    en: 'This type is not known here: its settings are edited as JSON.',
    ko: '여기서는 알 수 없는 종류여서 설정을 JSON으로 편집합니다.',
  },
  visits: { en: 'Visits at most', ko: '최대 방문 수' },
  visitsHelp: {
    en: 'The visit after these ends at once as “too many visits”: the bound of a cycle.',
    ko: '그다음 방문은 바로 "방문 한도 초과"로 끝납니다. 반복의 한계입니다.',
  },
  number: { en: 'A whole number from 1 to 1,000.', ko: '1~1,000의 정수입니다.' },
};

const root: IssuePath = [];

interface Props {
  readonly id: string;
  readonly step: Step;
  readonly journey: Journey;
}

export function StepSettings({ id, step, journey }: Props) {
  const t = useText();
  const nodeType = useNodeType(step.type);
  const apply = useEditor((state) => state.apply);
  const set = (fields: Parameters<typeof setStep>[1], burst: string) =>
    apply(setStep(id, fields), `${id} ${burst}`);
  return (
    <div className={styles['settings']}>
      <StepIssues id={id} />
      <NameField
        label={t(texts.name)}
        name={step.name}
        placeholder={id}
        onChange={(name) => set({ name }, 'name')}
      />
      {nodeType?.help != null && (
        <p className={styles['hint']}>
          <Prose text={t(nodeType.help)} />
        </p>
      )}
      <WindowHint id={id} />
      <ConfigForm id={id} type={step.type} config={step.with} />
      <MessagePreview id={id} journey={journey} />
      <hr className={styles['line']} />
      <IdField id={id} journey={journey} />
      <NoteField note={step.note} lines={2} onChange={(note) => set({ note }, 'note')} />
      <VisitsField visits={step.maxVisits} onChange={(maxVisits) => set({ maxVisits }, 'maxVisits')} />
    </div>
  );
}

interface VisitsProps {
  readonly visits: number | undefined;
  readonly onChange: (visits: number | undefined) => void;
}

function VisitsField({ visits, onChange }: VisitsProps) {
  const t = useText();
  const draft = useDraft(visits === undefined ? '' : String(visits), (text) => {
    if (text === '') onChange(undefined);
    else if (/^\d+$/.test(text)) onChange(Number(text));
  });
  return (
    <TextField
      label={t(texts.visits)}
      help={t(texts.visitsHelp)}
      inputMode="numeric"
      value={draft.text}
      onChange={draft.onChange}
      error={draft.isRefused ? t(texts.number) : undefined}
    />
  );
}

interface ConfigProps extends Pick<Props, 'id'> {
  readonly type: string;
  readonly config: Step['with'];
}

/** Stays as it is while the name is written. */
const ConfigForm = memo(function ConfigForm({ id, type, config }: ConfigProps) {
  const t = useText();
  const nodeType = useNodeType(type);
  const place = useMemo<FormPlace>(
    () => ({
      base: ['nodes', id, 'with'],
      seesNodes: true,
      write: (path, value) => {
        const { history, apply } = useEditor.getState();
        const burst = burstOf(history?.present.nodes[id]?.with, path, value);
        apply(writeConfig(id, path, value), burst && `${id} ${burst}`);
      },
    }),
    [id],
  );
  const control = controlOf(nodeType?.schema ?? {});
  return (
    <FormPlaceProvider value={place}>
      {nodeType === undefined && <p className={styles['hint']}>{t(texts.unknown)}</p>}
      {control.kind === 'object' ? (
        <FieldList fields={control.fields} value={config} path={root} Field={FieldView} />
      ) : (
        <FieldView
          schema={nodeType?.schema ?? {}}
          label={t(texts.form)}
          isRequired
          value={config}
          path={root}
        />
      )}
    </FormPlaceProvider>
  );
});

/** The edge of an outcome follows where its word is changed: the name of a case, the evidence that is awaited. */
function writeConfig(id: string, path: IssuePath, value: unknown): Command {
  return (journey) => {
    const step = stepOf(journey, id);
    const before = valueAt(step?.with, path);
    const set = setConfig(id, path, value);
    const isRenamed = step !== undefined && typeof before === 'string' && keysOf(step).includes(before);
    if (!isRenamed || typeof value !== 'string' || value === '') return set(journey);
    return chain(set, renameOutcome(id, before, value))(journey);
  };
}

/** What is wrong with the step as a whole; what its edges and fields lack is said there. */
function StepIssues({ id }: { readonly id: string }) {
  const check = useEditor((state) => state.check);
  if (check === undefined) return null;
  const ofStep = issuesAt(check, ['nodes', id], true).filter(
    ({ path, code }) =>
      (path.length === 2 && !code.startsWith('J3')) ||
      (path.length === 3 && path[2] !== 'next') ||
      (path.length > 3 && path[2] !== 'next' && path[2] !== 'with'),
  );
  return <IssueNotes issues={ofStep} />;
}
