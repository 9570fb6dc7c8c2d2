// The rail of step types: dragged onto the canvas or onto an edge, or pressed to stand below the selected step. A search
// finds all types, also those that a project brings.

import { Search } from 'lucide-react';
import { useMemo } from 'react';
import { Separator, Toolbar } from 'react-aria-components';
import type { NodeTypeAnswer } from '../../journey/describe-node-type.ts';
import { iconOf } from '../model/words.ts';
import { useCatalogue } from '../state/catalogue.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Tip } from '../ui/tip.tsx';
import { addBelowSelection, offerAll } from './actions/add.ts';
import { CarriedType } from './carried-type.tsx';
import { carryType } from './drop-type.ts';
import styles from './palette.module.css';
import { familiesOf } from './type-families.ts';
import { useCanEdit } from './use-can-edit.ts';

const texts = {
  palette: { en: 'Steps to add', ko: '추가할 단계' },
  search: { en: 'Find a step to add', ko: '추가할 단계 찾기' },
};

export function Palette() {
  const t = useText();
  const nodeTypes = useCatalogue((catalogue) => catalogue.nodeTypes);
  const isEdit = useCanEdit();
  const families = useMemo(() => familiesOf([...nodeTypes.values()]), [nodeTypes]);
  return (
    <nav className={styles['rail']} aria-label={t(texts.palette)}>
      {isEdit && (
        <Toolbar orientation="vertical" aria-label={t(texts.palette)} className={styles['tools'] ?? ''}>
          <Tip text={t(texts.search)} shortcut="A">
            <Button
              look="icon"
              aria-label={t(texts.search)}
              onPress={({ target }) => {
                const { right, top } = target.getBoundingClientRect();
                offerAll({ x: right + 8, y: top });
              }}
            >
              <Search size={16} aria-hidden="true" />
            </Button>
          </Tip>
          {families.map((types) => (
            <div key={types[0]?.type} className={styles['family']}>
              <Separator className={styles['line'] ?? ''} />
              {types.map((type) => (
                <TypeButton key={type.type} type={type} />
              ))}
            </div>
          ))}
        </Toolbar>
      )}
      <CarriedType />
    </nav>
  );
}

function TypeButton({ type }: { readonly type: NodeTypeAnswer }) {
  const t = useText();
  return (
    <Tip text={t(type.title)}>
      <Button
        look="icon"
        aria-label={t(type.title)}
        onPress={() => addBelowSelection(type)}
        onPointerDown={(event) => carryType(event, type)}
      >
        <Icon name={iconOf(type.type, type)} />
      </Button>
    </Tip>
  );
}
