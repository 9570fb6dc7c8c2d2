// Chooses what a value is edited by.

import { ChoiceControl, FlagsControl, SwitchControl } from './choice-controls.tsx';
import type { ControlProps } from './control-props.ts';
import { FormsControl } from './forms-control.tsx';
import { JsonControl } from './json-control.tsx';
import { ListControl } from './list-control.tsx';
import { NumberControl, NumberOrTextControl } from './number-control.tsx';
import { ObjectControl } from './object-control.tsx';
import { RecordControl } from './record-control.tsx';
import { TextControl } from './text-control.tsx';

export function ControlView(props: ControlProps) {
  const { control } = props;
  switch (control.kind) {
    case 'fixed':
      return null;
    case 'choice':
      return <ChoiceControl {...props} control={control} />;
    case 'flags':
      return <FlagsControl {...props} control={control} />;
    case 'switch':
      return <SwitchControl {...props} control={control} />;
    case 'number':
      return <NumberControl {...props} control={control} />;
    case 'number-or-text':
      return <NumberOrTextControl {...props} control={control} />;
    case 'text':
      return <TextControl {...props} control={control} />;
    case 'list':
      return <ListControl {...props} control={control} />;
    case 'record':
      return <RecordControl {...props} control={control} />;
    case 'object':
      return <ObjectControl {...props} control={control} />;
    case 'forms':
      return <FormsControl {...props} control={control} />;
    case 'json':
      return <JsonControl {...props} control={control} />;
  }
}
