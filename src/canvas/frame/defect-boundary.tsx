// A defect of ours must not leave an empty page: it is told, and what was written is on this computer.

import { Component, type ReactNode } from 'react';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';

const texts = {
  title: { en: 'Something went wrong on this page', ko: '페이지에 문제가 생겼습니다' },
  reload: { en: 'Load anew', ko: '새로 고침' },
};

interface State {
  readonly error?: unknown;
}

export class DefectBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error === undefined ? this.props.children : <Defect error={this.state.error} />;
  }
}

function Defect({ error }: { readonly error: unknown }) {
  const t = useText();
  return (
    <Notice
      title={t(texts.title)}
      actions={<Button onPress={() => location.reload()}>{t(texts.reload)}</Button>}
    >
      <ProblemNote error={error} />
    </Notice>
  );
}
