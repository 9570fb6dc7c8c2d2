// React Flow's own words for screen readers, in both languages. Pure.

import type { AriaLabelConfig } from '@xyflow/react';
import type { Language } from '../text/use-text.ts';

export const flowWords: { readonly [L in Language]: Partial<AriaLabelConfig> } = {
  en: {
    'node.a11yDescription.default':
      'Arrow keys go to the step beside it, Enter opens its settings, Delete removes it.',
    'node.a11yDescription.keyboardDisabled': 'Arrow keys go to the step beside it, Enter opens its settings.',
    'edge.a11yDescription.default': 'Plus puts a step into the connection, Delete removes it.',
    'minimap.ariaLabel': 'Small map',
    'handle.ariaLabel': 'Outcome',
  },
  ko: {
    'node.a11yDescription.default': '화살표 키로 옆 단계로 가고, Enter로 설정을 열고, Delete로 삭제합니다.',
    'node.a11yDescription.keyboardDisabled': '화살표 키로 옆 단계로 가고, Enter로 설정을 엽니다.',
    'edge.a11yDescription.default': '더하기 키로 연결에 단계를 넣고, Delete로 연결을 삭제합니다.',
    'minimap.ariaLabel': '미니맵',
    'handle.ariaLabel': '결과',
  },
};
