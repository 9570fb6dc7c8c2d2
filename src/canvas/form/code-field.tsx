// A condition (CEL) or a text with variables (Liquid). Its editor is loaded when the first one is shown; until then the
// text is edited plainly.

import { useId, useMemo, useRef } from 'react';
import type { ConfigSchema } from '../../journey/describe-node-type.ts';
import type { IssuePath } from '../../journey/issues.ts';
import { valueAt } from '../model/set-in.ts';
import { useEditor } from '../state/editor.ts';
import { writeSoon } from '../state/writing.ts';
import { useLanguage } from '../text/use-text.ts';
import { TextField } from '../ui/field.tsx';
import { Later, later } from '../ui/later.tsx';
import { completeCel, completeLiquid } from './complete-source.ts';
import styles from './form.module.css';
import { useFormPlace } from './form-place.ts';
import { Help } from './help.tsx';
import { type KnownNames, knownNamesAt } from './known-names.ts';
import { VariableMenu } from './variable-menu.tsx';
import { toSource } from './variables-of.ts';

const CodeEditor = later(() => import('./code-editor.tsx').then((all) => all.CodeEditor));

export interface CodeFieldProps {
  readonly language: 'cel' | 'liquid';
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly isLabelHidden?: boolean;
  readonly lines: number;
  readonly schema: ConfigSchema;
  readonly value: string;
  readonly path: IssuePath;
  readonly onChange: (text: string) => void;
}

export function CodeField({
  language,
  label,
  help,
  error,
  isLabelHidden = false,
  lines,
  schema,
  value,
  path,
  onChange,
}: CodeFieldProps) {
  const id = useId();
  const known = useKnownNames(path);
  const reader = useLanguage();
  const insert = useRef<(text: string) => void>(() => {});
  const [example] = schema.examples ?? [];
  const placeholder = typeof example === 'string' ? example : '';
  const common = {
    label,
    isLabelHidden,
    error,
    ...(help === undefined ? {} : { help }),
    value,
    onChange,
    placeholder,
  };
  return (
    <Later plain={<TextField {...common} lines={lines} isCode={language === 'cel'} />}>
      <div className={styles['control']}>
        <span className={styles[isLabelHidden ? 'unseen' : 'label']} id={`${id}-label`}>
          {label}
        </span>
        <div className={styles['source']}>
          <CodeEditor
            labelId={`${id}-label`}
            describedBy={`${id}-foot`}
            language={language}
            reader={reader}
            lines={lines}
            value={value}
            placeholder={placeholder}
            isInvalid={error !== undefined}
            onReady={(write) => {
              insert.current = write;
            }}
            complete={(before) => {
              const names = known();
              if (names === undefined) return undefined;
              return language === 'cel' ? completeCel(before, names) : completeLiquid(before, names);
            }}
            onChange={(text) => writeSoon(id, () => onChange(text))}
          />
          <VariableMenu
            label={label}
            known={known}
            onChoose={(variable) => insert.current(toSource(variable, language))}
          />
        </div>
        <div id={`${id}-foot`} className={styles['foot']}>
          <Help text={help} />
          {error !== undefined && <p className={styles['error']}>{error}</p>}
        </div>
      </div>
    </Later>
  );
}

/** Gathered when they are asked for. */
function useKnownNames(path: IssuePath): () => KnownNames | undefined {
  const { base, seesNodes } = useFormPlace();
  return useMemo(
    () => () => {
      const { history, check } = useEditor.getState();
      if (history === undefined) return undefined;
      const around = valueAt(history.present, [...base, ...path.slice(0, -1)]);
      return knownNamesAt(history.present, check, { event: eventOf(around), seesNodes });
    },
    [base, path, seesNodes],
  );
}

/** A condition beside the name of an event is about that event. */
function eventOf(around: unknown): string | undefined {
  const event = valueAt(around, ['event']) ?? valueAt(around, ['on', 'event']);
  return typeof event === 'string' ? event : undefined;
}
