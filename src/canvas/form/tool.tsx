// A small button of a row: only an icon, named for those who hear it.

import type { LucideIcon } from 'lucide-react';
import { Button } from '../ui/button.tsx';

interface Props {
  readonly label: string;
  readonly Mark: LucideIcon;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}

export function Tool({ label, Mark, isDisabled = false, onPress }: Props) {
  return (
    <Button look="icon" aria-label={label} isDisabled={isDisabled} onPress={onPress}>
      <Mark size={14} aria-hidden="true" />
    </Button>
  );
}
