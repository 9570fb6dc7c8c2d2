// What a step is: its type, its name, its id.

import { useState } from 'react';
import { renameStep } from '../model/commands/rename-step.ts';
import { canRename } from '../model/ids.ts';
import type { Journey, Step } from '../model/journey.ts';
import { referencesBy } from '../model/references.ts';
import { unknownType } from '../model/step-view.ts';
import { iconOf } from '../model/words.ts';
import { useCatalogue, useNodeType } from '../state/catalogue.ts';
import { useEditor } from '../state/editor.ts';
import { nameOf } from '../text/name-of.ts';
import { useLanguage, useText } from '../text/use-text.ts';
import { TextField } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import styles from './panel.module.css';

const texts = {
  id: { en: 'Id', ko: '아이디' },
  idHelp: {
    en: 'Statistics and edges go by it. Press Enter to rename.',
    ko: '통계와 연결의 기준입니다. Enter를 누르면 바뀝니다.',
  },
};

interface Props {
  readonly id: string;
  readonly step: Step;
  readonly journey: Journey;
}

export function StepHead({ id, step }: Pick<Props, 'id' | 'step'>) {
  const t = useText();
  const language = useLanguage();
  const nodeType = useNodeType(step.type);
  const title = nodeType === undefined ? `${t(unknownType)} ${step.type}` : t(nodeType.title);
  return (
    <header className={styles['head']}>
      <span className={styles['icon']}>
        <Icon name={iconOf(step.type, nodeType)} />
      </span>
      <div className={styles['words']}>
        <h2 className={styles['title']}>{step.name === undefined ? id : nameOf(step.name, language)}</h2>
        <p className={styles['kind']}>{title}</p>
      </div>
    </header>
  );
}

/** The id changes when it is done with: every letter on the way would be another step. */
export function IdField({ id, journey }: Omit<Props, 'step'>) {
  const t = useText();
  const apply = useEditor((state) => state.apply);
  const select = useEditor((state) => state.select);
  const nodeTypes = useCatalogue((state) => state.nodeTypes);
  const [draft, setDraft] = useState({ of: id, text: id });
  const text = draft.of === id ? draft.text : id;
  const answer = canRename(journey, id, text);
  const commit = () => {
    if (answer !== true || text === id) return;
    apply(renameStep(id, text, referencesBy(nodeTypes)));
    select({ steps: new Set([text]) });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
    >
      <TextField
        label={t(texts.id)}
        help={t(texts.idHelp)}
        isCode
        value={text}
        onChange={(next) => setDraft({ of: id, text: next })}
        onBlur={commit}
        error={answer === true ? undefined : t(answer)}
      />
    </form>
  );
}
