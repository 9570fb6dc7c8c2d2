// One step as text, for its tab in the panel. Loaded when it is opened: the editor is large.

import { useMemo } from 'react';
import { useText } from '../text/use-text.ts';
import { JsonEditor } from './json-editor.tsx';
import { oneStep } from './part.ts';

const texts = { step: { en: 'The step as JSON', ko: 'JSON으로 보는 단계' } };

export function StepJson({ id }: { readonly id: string }) {
  const t = useText();
  const part = useMemo(() => oneStep(id), [id]);
  return <JsonEditor part={part} label={t(texts.step)} />;
}
