// A small button of a row: only an icon, named for those who hear it.

import type { LucideIcon } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import type { ToolName } from './use-landing.ts';

interface Props {
  readonly label: string;
  /** Of tools that the focus is led to. */
  readonly name?: ToolName;
  readonly Mark: LucideIcon;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}

export function Tool({ label, name, Mark, isDisabled = false, onPress }: Props) {
  return (
    <Button look="icon" aria-label={label} data-tool={name} isDisabled={isDisabled} onPress={onPress}>
      <Mark size={14} aria-hidden="true" />
    </Button>
  );
}
