// A value to put into a text or a condition, chosen from a list of what is known.

import { Braces } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../text/use-text.ts';
import { Menu } from '../ui/menu.tsx';
import type { KnownNames } from './known-names.ts';
import { type Variable, variablesOf } from './variables-of.ts';

const texts = { insert: { en: 'Insert a value', ko: '값 넣기' } };

interface Props {
  /** Of the field. */
  readonly label: string;
  readonly known: () => KnownNames | undefined;
  readonly onChoose: (variable: Variable) => void;
}

export function VariableMenu({ label, known, onChoose }: Props) {
  const t = useText();
  const [variables, setVariables] = useState<readonly Variable[]>([]);
  return (
    <Menu
      label={`${label}: ${t(texts.insert)}`}
      look="icon"
      button={<Braces size={14} aria-hidden="true" />}
      entries={variables.map(({ name }) => ({ id: name, label: name }))}
      onOpen={() => {
        const names = known();
        setVariables(names === undefined ? [] : variablesOf(names));
      }}
      onChoose={(chosen) => {
        const variable = variables.find(({ name }) => name === chosen);
        if (variable !== undefined) onChoose(variable);
      }}
    />
  );
}
