// Names with values: each in a row, with what renames and removes it.

import { Plus, Trash2 } from 'lucide-react';
import { renameKey } from '../model/set-in.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import type { ControlProps } from './control-props.ts';
import styles from './form.module.css';
import { Help } from './help.tsx';
import { isWord } from './is-word.ts';
import { titleOf } from './schema-words.ts';
import { startOf } from './start-value.ts';
import { Tool } from './tool.tsx';
import { useDraft } from './use-draft.ts';
import { type Landing, useLanding } from './use-landing.ts';

const texts = {
  add: { en: 'Add', ko: '추가' },
  remove: { en: 'Remove', ko: '지우기' },
  name: { en: 'Name', ko: '이름' },
  value: { en: 'Value', ko: '값' },
  refused: { en: 'This name is taken, or cannot be one.', ko: '이미 있거나 쓸 수 없는 이름입니다.' },
};

type Members = readonly (readonly [string, unknown])[];

export function RecordControl(props: ControlProps<'record'>) {
  const { control, label, help, isLabelHidden = false, value, isRequired, onChange } = props;
  const t = useText();
  const members: Members = Object.entries(typeof value === 'object' && value !== null ? value : {});
  const set = (next: Members) =>
    onChange(next.length === 0 && !isRequired ? undefined : Object.fromEntries(next));
  const landing = useLanding();
  const fresh = freshName(
    members.map(([name]) => name),
    control.names,
  );
  return (
    <fieldset className={styles['group']} ref={landing.place}>
      <legend className={styles[isLabelHidden ? 'unseen' : 'label']}>{label}</legend>
      <Help text={help} />
      {members.map((_member, index) => {
        // A row stays the same row while its name is being written.
        const key = `${index}`;
        return <Row key={key} {...props} members={members} index={index} set={set} landing={landing} />;
      })}
      <Button
        aria-label={`${label}: ${t(texts.add)}`}
        data-part={landing.markOf('add')}
        onPress={() => {
          set([...members, [fresh, startOf(control.value)]]);
          landing.landIn(members.length);
        }}
      >
        <Plus size={14} aria-hidden="true" />
        {t(texts.add)}
      </Button>
    </fieldset>
  );
}

interface RowProps extends ControlProps<'record'> {
  readonly members: Members;
  readonly index: number;
  readonly set: (members: Members) => void;
  readonly landing: Landing;
}

/** Labels stand above the first of rows that share a line. */
function Row({ control, value, path, onChange, Field, members, index, set, landing }: RowProps) {
  const t = useText();
  const [name = '', member] = members[index] ?? [];
  const isName = isNameOf(control.names);
  const isOneLine = isWord(control.value);
  const isLabelHidden = isOneLine && index > 0;
  return (
    <div className={styles[isOneLine ? 'pair' : 'item']} data-part={landing.markOf(index)}>
      <NameField
        label={t(titleOf(control.names) ?? texts.name)}
        isLabelHidden={isLabelHidden}
        name={name}
        rename={(to) => {
          if (isName(to) && !members.some(([other]) => other === to)) onChange(renameKey(value, name, to));
        }}
      />
      <Field
        schema={control.value}
        label={t(titleOf(control.value) ?? texts.value)}
        isLabelHidden={isLabelHidden}
        isRequired
        value={member}
        path={[...path, name]}
      />
      <div className={styles['tools']}>
        <Tool
          label={`${name}: ${t(texts.remove)}`}
          name="remove"
          Mark={Trash2}
          onPress={() => {
            set(members.filter(([other]) => other !== name));
            landing.landOn(Math.min(index, members.length - 2), 'remove');
          }}
        />
      </div>
    </div>
  );
}

interface NameProps {
  readonly label: string;
  readonly isLabelHidden: boolean;
  readonly name: string;
  readonly rename: (to: string) => void;
}

function NameField({ label, isLabelHidden, name, rename }: NameProps) {
  const t = useText();
  const draft = useDraft(name, rename);
  return (
    <TextField
      label={label}
      isLabelHidden={isLabelHidden}
      isCode
      value={draft.text}
      onChange={draft.onChange}
      error={draft.isRefused ? t(texts.refused) : undefined}
    />
  );
}

type Names = ControlProps<'record'>['control']['names'];

function isNameOf({ pattern, minLength = 1, maxLength = 256 }: Names): (name: string) => boolean {
  const form = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  return (name) => name.length >= minLength && name.length <= maxLength && form?.test(name) !== false;
}

/** A name that is free: `name`, `name2` …, or `order.placed` where it has to look so. */
function freshName(taken: readonly string[], names: Names): string {
  const [example] = names.examples ?? [];
  const stem = typeof example === 'string' ? example : 'name';
  let name = stem;
  for (let count = 2; taken.includes(name); count += 1) name = `${stem}${count}`;
  return name;
}
