// Branches of the session as tabs, and what moves on them: a step back, forward, back to the start, another branch, and
// writing it down as a test.

import { FlaskConical, GitFork, Pencil, Redo2, RotateCcw, Undo2, X } from 'lucide-react';
import { type ReactNode, Suspense, useState } from 'react';
import { ToggleButton, ToggleButtonGroup, Toolbar } from 'react-aria-components';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { later } from '../ui/later.tsx';
import { Tip } from '../ui/tip.tsx';
import styles from './branch-bar.module.css';
import {
  type Branch,
  closeBranch,
  currentBranch,
  fork,
  renameBranch,
  restart,
  type Session,
  selectBranch,
  stepAgain,
  stepBack,
} from './session.ts';
import { change } from './state.ts';

const SaveTestDialog = later(() => import('./save-test-dialog.tsx').then((all) => all.SaveTestDialog));

const texts = {
  branches: { en: 'Branches', ko: '갈래' },
  branch: { en: 'Branch', ko: '갈래' },
  tools: { en: 'Steps of the simulation', ko: '시뮬레이션 단계' },
  back: { en: 'Step back', ko: '한 단계 뒤로' },
  again: { en: 'Step forward again', ko: '다시 앞으로' },
  restart: { en: 'Back to the start', ko: '처음으로' },
  fork: { en: 'Keep this and go on in a new branch', ko: '이대로 두고 새 갈래에서 계속' },
  rename: { en: 'Name this branch', ko: '갈래 이름 짓기' },
  close: { en: 'Close this branch', ko: '이 갈래 닫기' },
  save: { en: 'Save as a test…', ko: '테스트로 저장…' },
  name: { en: 'Name', ko: '이름' },
  done: { en: 'Done', ko: '확인' },
};

export function BranchBar({ session }: { readonly session: Session }) {
  const t = useText();
  const [dialog, setDialog] = useState<'rename' | 'save'>();
  const { branches } = session;
  const branch = currentBranch(session);
  const { actions, undone } = branch;
  const isAtStart = actions.length === 0;
  return (
    <div className={styles['bar']}>
      <Toolbar aria-label={t(texts.tools)} className={styles['tools'] ?? ''}>
        <Tool text={t(texts.back)} isDisabled={isAtStart} onPress={() => change(stepBack)}>
          <Undo2 size={16} aria-hidden="true" />
        </Tool>
        <Tool text={t(texts.again)} isDisabled={undone.length === 0} onPress={() => change(stepAgain)}>
          <Redo2 size={16} aria-hidden="true" />
        </Tool>
        <Tool text={t(texts.restart)} isDisabled={isAtStart} onPress={() => change(restart)}>
          <RotateCcw size={16} aria-hidden="true" />
        </Tool>
        <Tool text={t(texts.fork)} onPress={() => change(fork(actions.length))}>
          <GitFork size={16} aria-hidden="true" />
        </Tool>
        <span className={styles['gap']} />
        <Button look="plain" data-tour="save-test" onPress={() => setDialog('save')}>
          <FlaskConical size={16} aria-hidden="true" />
          {t(texts.save)}
        </Button>
      </Toolbar>
      {branches.length > 1 && (
        <div className={styles['branches']}>
          <ToggleButtonGroup
            aria-label={t(texts.branches)}
            className={styles['names'] ?? ''}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[branch.id]}
            onSelectionChange={([id]) => change(selectBranch(Number(id)))}
          >
            {branches.map((one, index) => (
              <ToggleButton key={one.id} id={one.id} className={styles['branch'] ?? ''}>
                {branchName(one, index, t(texts.branch))}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          <span className={styles['gap']} />
          <Tool text={t(texts.rename)} onPress={() => setDialog('rename')}>
            <Pencil size={14} aria-hidden="true" />
          </Tool>
          <Tool text={t(texts.close)} onPress={() => change(closeBranch)}>
            <X size={14} aria-hidden="true" />
          </Tool>
        </div>
      )}
      {dialog === 'rename' && <RenameDialog branch={branch} onClose={() => setDialog(undefined)} />}
      {dialog === 'save' && (
        <Suspense fallback={null}>
          <SaveTestDialog session={session} onClose={() => setDialog(undefined)} />
        </Suspense>
      )}
    </div>
  );
}

function branchName({ name }: Branch, index: number, word: string): string {
  return name ?? `${word} ${index + 1}`;
}

interface ToolProps {
  readonly text: string;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Tool({ text, isDisabled = false, onPress, children }: ToolProps) {
  return (
    <Tip text={text} placement="bottom">
      <Button look="icon" aria-label={text} isDisabled={isDisabled} onPress={onPress}>
        {children}
      </Button>
    </Tip>
  );
}

function RenameDialog({ branch, onClose }: { readonly branch: Branch; readonly onClose: () => void }) {
  const t = useText();
  const [name, setName] = useState(branch.name ?? '');
  const done = () => {
    change(renameBranch(name));
    onClose();
  };
  return (
    <Dialog
      title={t(texts.rename)}
      isOpen
      onClose={onClose}
      actions={
        <Button look="primary" onPress={done}>
          {t(texts.done)}
        </Button>
      }
    >
      <TextField label={t(texts.name)} value={name} onChange={setName} autoFocus />
    </Dialog>
  );
}
