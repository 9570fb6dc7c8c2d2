// What can be done with an open journey: all that the canvas has keys for, its modes, its text, export and import.

import type { LocalizedText } from '../../journey/catalogue.ts';
import type { Shortcut } from '../flow/shortcut.ts';
import { shortcuts } from '../flow/shortcuts.ts';
import { canEdit } from '../flow/use-can-edit.ts';
import { type Action, type CommandWindow, useCommand } from '../state/command.ts';
import { type Mode, useEditor } from '../state/editor.ts';
import { useJsonPane } from '../state/json-pane.ts';
import { go } from '../state/route.ts';

const groups: { readonly [Group in Shortcut['group']]: LocalizedText } = {
  draw: { en: 'Draw', ko: '그리기' },
  change: { en: 'Change', ko: '고치기' },
  move: { en: 'Move about', ko: '이동' },
  view: { en: 'View', ko: '보기' },
};
const wholeGroup = { en: 'The journey', ko: '여정' };

const drawn: readonly Action[] = shortcuts.map(({ id, keys, title, group, isEdit, isNative, run }) => ({
  id,
  keys,
  title,
  group: groups[group],
  isBound: true,
  isOnlyKeys: group === 'move' || isNative === true,
  isEnabled: () => isEdit !== true || canEdit(useEditor.getState()),
  run,
}));

function toWindow(id: CommandWindow, title: LocalizedText, keys?: readonly string[]): Action {
  const run = () => useCommand.getState().open(id);
  return { id, title, group: wholeGroup, run, ...(keys === undefined ? {} : { keys }) };
}

function toMode(mode: Mode, title: LocalizedText): Action {
  return {
    id: `mode-${mode}`,
    title,
    group: wholeGroup,
    isEnabled: () => useEditor.getState().mode !== mode,
    run: () => {
      const journey = useEditor.getState().history?.present.id;
      if (journey !== undefined) go({ screen: 'journey', journey, mode });
    },
  };
}

export const journeyActions: readonly Action[] = [
  toWindow('find', { en: 'Find a step', ko: '단계 찾기' }, ['Mod+F']),
  {
    id: 'json',
    title: { en: 'JSON beside the canvas', ko: '캔버스 옆에 JSON 보기' },
    keys: ['J'],
    group: wholeGroup,
    isEnabled: () => useEditor.getState().mode !== 'live',
    run: () => useJsonPane.getState().toggle(),
  },
  toMode('edit', { en: 'Edit', ko: '편집' }),
  toMode('simulate', { en: 'Simulate', ko: '시뮬레이션' }),
  toMode('live', { en: 'Live', ko: '실시간' }),
  toWindow('export', { en: 'Export as a picture or a file', ko: '그림이나 파일로 내보내기' }, [
    'Mod+Shift+E',
  ]),
  {
    ...toWindow('import', { en: 'Import a file into this journey', ko: '파일을 이 여정으로 가져오기' }),
    isEnabled: () => canEdit(useEditor.getState()),
  },
  ...drawn,
];
