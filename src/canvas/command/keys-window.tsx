// The sheet of keys: what the keyboard does here, by group.

import { keysText } from '../flow/keys-text.ts';
import { type Action, useCommand } from '../state/command.ts';
import { useText } from '../text/use-text.ts';
import { Dialog } from '../ui/dialog.tsx';
import styles from './keys-window.module.css';

const texts = { title: { en: 'Keyboard shortcuts', ko: '단축키' } };

export function KeysWindow() {
  const t = useText();
  const { actions, close } = useCommand();
  return (
    <Dialog title={t(texts.title)} isOpen onClose={close} size="large">
      <div className={styles['groups']}>
        {groupsOf(actions).map(({ group, members }) => (
          <section key={group.en}>
            <h3 className={styles['group']}>{t(group)}</h3>
            <dl className={styles['keys']}>
              {members.map(({ id, title, keys = [] }) => (
                <div key={id} className={styles['row']}>
                  <dt>{t(title)}</dt>
                  <dd className={styles['chords']}>
                    {keys.map((chord) => (
                      <kbd key={chord} className={styles['chord']}>
                        {keysText(chord)}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

interface Group {
  readonly group: Action['group'];
  readonly members: readonly Action[];
}

/** Only what has keys. */
function groupsOf(actions: readonly Action[]): readonly Group[] {
  const groups = new Map<string, { group: Action['group']; members: Action[] }>();
  for (const action of actions) {
    if (action.keys === undefined) continue;
    const known = groups.get(action.group.en) ?? { group: action.group, members: [] };
    known.members.push(action);
    groups.set(action.group.en, known);
  }
  return [...groups.values()];
}
