// Every key of the canvas, with what it does: the one table that the keyboard, the shortcut sheet and the command palette
// read. `Mod` is Ctrl, on a Mac Cmd.

import { useEditor } from '../state/editor.ts';
import { addNote, offerAll } from './actions/add.ts';
import { beginHere, groupSelected, removeSelected, tidyUp, ungroupSelected } from './actions/change.ts';
import { copySelected, cutSelected, duplicateSelected, sayHowToPaste } from './actions/clip.ts';
import { connectSelected } from './actions/connect.ts';
import { selectedSteps } from './actions/current.ts';
import { openPanel, pointOfFocus } from './actions/open.ts';
import { offerGroups } from './actions/regroup.ts';
import { startRenaming } from './actions/rename.ts';
import { selectAll, selectNextEdge, selectNothing, toggleList } from './actions/select.ts';
import { fitView, toggleMiniMap, zoomIn, zoomOut, zoomTo } from './actions/view.ts';
import { arrowShortcuts } from './arrow-shortcuts.ts';
import type { Shortcut } from './shortcut.ts';

type Row = readonly [id: string, keys: readonly string[], en: string, ko: string, run: () => void];

function toShortcuts(
  rows: readonly Row[],
  also: Pick<Shortcut, 'group' | 'isEdit' | 'isNative'>,
): Shortcut[] {
  return rows.map(([id, keys, en, ko, run]) => ({ id, keys, title: { en, ko }, run, ...also }));
}

const editor = () => useEditor.getState();

const drawing: readonly Row[] = [
  [
    'add',
    ['+', 'A'],
    'Add a step after the selection',
    '선택한 단계 뒤에 단계 추가',
    () => offerAll(pointOfFocus()),
  ],
  ['connect', ['C'], 'Connect an outcome', '결과 연결하기', connectSelected],
  ['note', ['N'], 'Add a note', '메모 추가', addNote],
  ['group', ['G'], 'Group the selection', '선택한 단계를 그룹으로 묶기', groupSelected],
  ['into-group', ['I'], 'Into a group, or out of it', '그룹에 넣거나 빼기', offerGroups],
  ['ungroup', ['Shift+G'], 'Ungroup', '그룹 해제', ungroupSelected],
  ['begin-here', ['B'], 'Begin the journey here', '여기서 여정 시작', () => beginHere(selectedSteps()[0])],
  ['tidy', ['Shift+T'], 'Tidy up', '자동 정렬', tidyUp],
];

const changing: readonly Row[] = [
  ['undo', ['Mod+Z'], 'Undo', '실행 취소', () => editor().undo()],
  ['redo', ['Mod+Shift+Z', 'Mod+Y'], 'Redo', '다시 실행', () => editor().redo()],
  ['rename', ['F2'], 'Rename', '이름 바꾸기', () => startRenaming()],
  ['remove', ['Delete', 'Backspace'], 'Delete, and join what is left', '삭제하고 앞뒤 잇기', removeSelected],
  ['duplicate', ['Mod+D'], 'Duplicate', '복제', duplicateSelected],
];

const native: readonly Row[] = [
  ['cut', ['Mod+X'], 'Cut', '잘라내기', cutSelected],
  ['paste', ['Mod+V'], 'Paste', '붙여넣기', sayHowToPaste],
];

const moving: readonly Row[] = [
  ['open', ['Enter'], 'Open the settings of the step', '단계 설정 열기', openPanel],
  ['next-edge', ['E'], 'Go through the connections of the step', '단계의 연결 차례로 보기', selectNextEdge],
  ['select-all', ['Mod+A'], 'Select all', '모두 선택', selectAll],
  ['select-nothing', ['Escape'], 'Select nothing', '선택 해제', selectNothing],
];

const viewing: readonly Row[] = [
  ['fit', ['1'], 'Zoom to fit', '전체 맞춤', fitView],
  ['full-size', ['0'], 'Zoom to 100%', '100%로 보기', () => zoomTo(1)],
  ['zoom-in', ['='], 'Zoom in', '확대', zoomIn],
  ['zoom-out', ['-'], 'Zoom out', '축소', zoomOut],
  ['map', ['M'], 'Small map', '미니맵', toggleMiniMap],
  ['list', ['L'], 'As a list, or drawn', '목록 또는 그림으로 보기', toggleList],
];

export const shortcuts: readonly Shortcut[] = [
  ...toShortcuts(drawing, { group: 'draw', isEdit: true }),
  ...toShortcuts(changing, { group: 'change', isEdit: true }),
  ...toShortcuts([['copy', ['Mod+C'], 'Copy', '복사', copySelected]], { group: 'change', isNative: true }),
  ...toShortcuts(native, { group: 'change', isEdit: true, isNative: true }),
  ...toShortcuts(moving, { group: 'move' }),
  ...arrowShortcuts,
  ...toShortcuts(viewing, { group: 'view' }),
];
