// Items of a list: each below the other, with what moves and removes them.

import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import type { ControlProps } from './control-props.ts';
import { FieldList } from './field-list.tsx';
import styles from './form.module.css';
import { Help } from './help.tsx';
import { isWord } from './is-word.ts';
import { controlOf } from './schema-fields.ts';
import { startOf } from './start-value.ts';
import { Tool } from './tool.tsx';
import { type Landing, type ToolName, useLanding } from './use-landing.ts';

const texts = {
  add: { en: 'Add', ko: '추가' },
  remove: { en: 'Remove', ko: '지우기' },
  up: { en: 'Move up', ko: '위로 옮기기' },
  down: { en: 'Move down', ko: '아래로 옮기기' },
};

export function ListControl(props: ControlProps<'list'>) {
  const { control, schema, label, help, isLabelHidden = false, value, isRequired, onChange } = props;
  const t = useText();
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const isFull = schema.maxItems !== undefined && items.length >= schema.maxItems;
  const set = (next: readonly unknown[]) => onChange(next.length === 0 && !isRequired ? undefined : next);
  const landing = useLanding();
  return (
    <fieldset className={styles['group']} ref={landing.place}>
      <legend className={styles[isLabelHidden ? 'unseen' : 'label']}>{label}</legend>
      <Help text={help} />
      {items.map((_item, index) => {
        // Items have no names of their own.
        const key = `${index}`;
        return <Item key={key} {...props} items={items} index={index} set={set} landing={landing} />;
      })}
      <Button
        isDisabled={isFull}
        aria-label={`${label}: ${t(texts.add)}`}
        data-part={landing.markOf('add')}
        onPress={() => {
          set([...items, startOf(control.item)]);
          landing.landIn(items.length);
        }}
      >
        <Plus size={14} aria-hidden="true" />
        {t(texts.add)}
      </Button>
    </fieldset>
  );
}

interface ItemProps extends ControlProps<'list'> {
  readonly items: readonly unknown[];
  readonly index: number;
  readonly set: (items: readonly unknown[]) => void;
  readonly landing: Landing;
}

/** A word shares its line with what removes it. */
function Item({
  control: { item: schema },
  schema: list,
  label,
  path,
  isRequired,
  Field,
  items,
  index,
  set,
  landing,
}: ItemProps) {
  const t = useText();
  const name = `${label} ${index + 1}`;
  const place = { value: items[index], path: [...path, index] };
  const fewest = isRequired ? (list.minItems ?? 0) : 0;
  const move = (to: number, ...tools: readonly ToolName[]) => {
    set(swap(items, Math.min(index, to)));
    landing.landOn(to, ...tools);
  };
  const remove = (
    <Tool
      label={`${name}: ${t(texts.remove)}`}
      name="remove"
      Mark={Trash2}
      isDisabled={items.length <= fewest}
      onPress={() => {
        set(items.filter((_item, at) => at !== index));
        landing.landOn(Math.min(index, items.length - 2), 'remove');
      }}
    />
  );
  if (isWord(schema)) {
    return (
      <div className={styles['row']} data-part={landing.markOf(index)}>
        <Field schema={schema} label={name} isLabelHidden isRequired {...place} />
        {remove}
      </div>
    );
  }
  const control = controlOf(schema);
  return (
    <div className={styles['item']} data-part={landing.markOf(index)}>
      {control.kind === 'object' ? (
        <FieldList fields={control.fields} Field={Field} {...place} />
      ) : (
        <Field schema={schema} label={name} isRequired {...place} />
      )}
      <div className={styles['tools']}>
        <Tool
          label={`${name}: ${t(texts.up)}`}
          name="up"
          Mark={ArrowUp}
          isDisabled={index === 0}
          onPress={() => move(index - 1, 'up', 'down')}
        />
        <Tool
          label={`${name}: ${t(texts.down)}`}
          name="down"
          Mark={ArrowDown}
          isDisabled={index === items.length - 1}
          onPress={() => move(index + 1, 'down', 'up')}
        />
        {remove}
      </div>
    </div>
  );
}

/** The item at this index and the next one change places. */
function swap(items: readonly unknown[], index: number): readonly unknown[] {
  return [...items.slice(0, index), items[index + 1], items[index], ...items.slice(index + 2)];
}
