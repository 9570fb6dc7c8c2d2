// Fields below one another. Those that one need not fill in are folded away, unless they were in use when the form was
// opened: what is being typed in never moves.

import { useState } from 'react';
import type { IssuePath } from '../../journey/issues.ts';
import { useFocus, type Wanted } from '../state/focus.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import type { ControlProps } from './control-props.ts';
import styles from './form.module.css';
import { useFormPlace } from './form-place.ts';
import type { Field } from './schema-fields.ts';
import { kindOf } from './schema-words.ts';
import { useTemplateUse } from './template-control.tsx';
import { neededParts } from './template-words.ts';
import { isAt } from './use-issues.ts';

interface Props extends Pick<ControlProps, 'Field'> {
  readonly fields: readonly Field[];
  readonly value: unknown;
  readonly path: IssuePath;
}

const texts = {
  more: { en: 'More settings', ko: '설정 더 보기' },
  less: { en: 'Fewer settings', ko: '설정 접기' },
};

const none: ReadonlySet<string> = new Set();

/** A fold that would hide so few hides nothing. */
const worthFolding = 2;

export function FieldList({ fields, value, path, Field }: Props) {
  const t = useText();
  const { base } = useFormPlace();
  const wanted = useFocus((state) => state.wanted);
  const values = toRecord(value);
  const [inUse] = useState(() => new Set(Object.keys(values)));
  const { template } = useTemplateUse(path);
  const needed = template === undefined || !fields.some(isTemplate) ? none : neededParts(template);
  const folded = fields.filter(
    ({ name, isRequired }) => !isRequired && !inUse.has(name) && !needed.has(name),
  );
  const isFolding = folded.length >= worthFolding && folded.length < fields.length;
  const isWanted =
    wanted !== undefined && folded.some(({ name }) => isAt(wanted.path, [...base, ...path, name], true));
  // What the reader folds up stays so until something in it is wanted again. A form may be opened by the very wish.
  const [chosen, choose] = useState<{ readonly isOpen: boolean; readonly at?: Wanted | undefined }>({
    isOpen: false,
  });
  const isOpen = chosen.isOpen || (isWanted && chosen.at !== wanted);
  const show = (field: Field) => (
    <Field
      key={field.name}
      schema={field.schema}
      label={t(field.title)}
      help={field.help === undefined ? undefined : t(field.help)}
      isRequired={field.isRequired}
      value={values[field.name]}
      path={[...path, field.name]}
    />
  );
  if (!isFolding) return <div className={styles['fields']}>{fields.map(show)}</div>;
  return (
    <div className={styles['fields']}>
      {fields.filter((field) => !folded.includes(field)).map(show)}
      {isOpen && folded.map(show)}
      <Button look="plain" aria-expanded={isOpen} onPress={() => choose({ isOpen: !isOpen, at: wanted })}>
        {isOpen ? t(texts.less) : `${t(texts.more)} (${folded.length})`}
      </Button>
    </div>
  );
}

function isTemplate({ schema }: Field): boolean {
  return kindOf(schema) === 'template';
}

/** A draft's value may be anything. */
function toRecord(value: unknown): { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
