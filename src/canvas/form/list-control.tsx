// Items of a list: each below the other, with what moves and removes them.

import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import type { ControlProps } from './control-props.ts';
import { FieldList } from './field-list.tsx';
import styles from './form.module.css';
import { Help } from './help.tsx';
import { controlOf } from './schema-fields.ts';
import { startOf } from './start-value.ts';

const texts = {
  add: { en: 'Add', ko: '추가' },
  remove: { en: 'Remove', ko: '지우기' },
  up: { en: 'Move up', ko: '위로 옮기기' },
  down: { en: 'Move down', ko: '아래로 옮기기' },
};

export function ListControl({
  control,
  schema,
  label,
  help,
  isLabelHidden = false,
  value,
  path,
  isRequired,
  onChange,
  Field,
}: ControlProps<'list'>) {
  const t = useText();
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const isFull = schema.maxItems !== undefined && items.length >= schema.maxItems;
  const fewest = isRequired ? (schema.minItems ?? 0) : 0;
  const set = (next: readonly unknown[]) => onChange(next.length === 0 && !isRequired ? undefined : next);
  return (
    <fieldset className={styles['group']}>
      <legend className={styles[isLabelHidden ? 'unseen' : 'label']}>{label}</legend>
      <Help text={help} />
      {items.map((item, index) => {
        // Items have no names of their own.
        const key = `${index}`;
        const name = `${label} ${index + 1}`;
        return (
          <div key={key} className={styles['item']}>
            <ItemFields
              schema={control.item}
              name={name}
              value={item}
              path={[...path, index]}
              Field={Field}
            />
            <div className={styles['tools']}>
              <Button
                look="icon"
                aria-label={`${name}: ${t(texts.up)}`}
                isDisabled={index === 0}
                onPress={() => set(swap(items, index - 1))}
              >
                <ArrowUp size={14} aria-hidden="true" />
              </Button>
              <Button
                look="icon"
                aria-label={`${name}: ${t(texts.down)}`}
                isDisabled={index === items.length - 1}
                onPress={() => set(swap(items, index))}
              >
                <ArrowDown size={14} aria-hidden="true" />
              </Button>
              <Button
                look="icon"
                aria-label={`${name}: ${t(texts.remove)}`}
                isDisabled={items.length <= fewest}
                onPress={() => set(items.filter((_item, at) => at !== index))}
              >
                <Trash2 size={14} aria-hidden="true" />
              </Button>
            </div>
          </div>
        );
      })}
      <Button
        isDisabled={isFull}
        aria-label={`${label}: ${t(texts.add)}`}
        onPress={() => set([...items, startOf(control.item)])}
      >
        <Plus size={14} aria-hidden="true" />
        {t(texts.add)}
      </Button>
    </fieldset>
  );
}

interface ItemProps extends Pick<ControlProps, 'schema' | 'value' | 'path' | 'Field'> {
  readonly name: string;
}

function ItemFields({ schema, name, value, path, Field }: ItemProps) {
  const control = controlOf(schema);
  if (control.kind === 'object')
    return <FieldList fields={control.fields} value={value} path={path} Field={Field} />;
  return <Field schema={schema} label={name} isRequired value={value} path={path} />;
}

/** The item at this index and the next one change places. */
function swap(items: readonly unknown[], index: number): readonly unknown[] {
  return [...items.slice(0, index), items[index + 1], items[index], ...items.slice(index + 2)];
}
