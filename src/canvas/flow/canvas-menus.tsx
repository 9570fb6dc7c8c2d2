// What opens over the canvas: something to choose from, the menu of a step.

import { ChoiceMenu } from './choice-menu.tsx';
import { useDrawing } from './drawing.ts';
import { StepMenu } from './step-menu.tsx';

export function CanvasMenus() {
  const offer = useDrawing((drawing) => drawing.offer);
  const menu = useDrawing((drawing) => drawing.menu);
  return (
    <>
      {offer !== undefined && <ChoiceMenu key={offer.title.en} offer={offer} />}
      {menu !== undefined && <StepMenu step={menu.step} at={menu.at} />}
    </>
  );
}
