// The name of a group while it is written in the list, which has no frames.

import { groupsOf } from '../model/groups.ts';
import { useJourney } from '../state/editor.ts';
import { useText } from '../text/use-text.ts';
import { stopRenaming } from './actions/rename.ts';
import { useDrawing } from './drawing.ts';
import { groupOfFrame } from './frames.ts';
import styles from './list-view.module.css';
import { NameField } from './name-field.tsx';

const nameLabel = { en: 'Name of the group', ko: '그룹 이름' };

export function ListGroupName() {
  const t = useText();
  const journey = useJourney();
  const renaming = useDrawing((drawing) => drawing.renaming);
  const id = renaming && groupOfFrame(renaming);
  const group = journey && groupsOf(journey).find((one) => one.id === id);
  if (renaming === undefined || group === undefined) return null;
  return (
    <div className={styles['group']}>
      <NameField label={t(nameLabel)} name={group.name} onDone={(name) => stopRenaming(renaming, name)} />
    </div>
  );
}
