// What a message without a template says beside its content, on a channel without windows and evidence.

import { categoryField, expiresField, labelled } from '../../src/node-kit/index.ts';

export const plainMessageFields = {
  category: categoryField
    .default('marketing')
    .meta(
      labelled(
        { en: 'Category', ko: '분류' },
        { en: 'Decides which rules apply to it.', ko: '어떤 규칙이 적용되는지를 정합니다.' },
      ),
    ),
  expires: expiresField.optional(),
};
