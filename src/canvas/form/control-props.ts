// What every control of a form gets. Types only.

import type { ComponentType } from 'react';
import type { ConfigSchema } from '../../journey/describe-node-type.ts';
import type { IssuePath } from '../../journey/issues.ts';
import type { Control } from './schema-fields.ts';

export interface FieldProps {
  readonly schema: ConfigSchema;
  readonly label: string;
  readonly help?: string | undefined;
  readonly isRequired: boolean;
  /** Those who see have read it already. */
  readonly isLabelHidden?: boolean;
  readonly value: unknown;
  /** Below the form's own place. */
  readonly path: IssuePath;
}

export interface ControlProps<Kind extends Control['kind'] = Control['kind']> extends FieldProps {
  readonly control: Extract<Control, { readonly kind: Kind }>;
  readonly help: string | undefined;
  readonly error: string | undefined;
  /** Undefined takes the value away. */
  readonly onChange: (value: unknown) => void;
  /** A field inside this one. Handed down, so that forms can hold forms. */
  readonly Field: ComponentType<FieldProps>;
}
