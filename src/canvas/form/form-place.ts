// Where a form stands: the place of the document that it edits, and how a change gets there.

import { createContext, useContext } from 'react';
import type { IssuePath } from '../../journey/issues.ts';

export interface FormPlace {
  /** Of the form's own value, in the document. */
  readonly base: IssuePath;
  /** Steps can have been passed when its conditions are asked. */
  readonly seesNodes: boolean;
  /** @param path below `base`; undefined takes the place away. What would break the journey's shape changes nothing. */
  readonly write: (path: IssuePath, value: unknown) => void;
}

const FormContext = createContext<FormPlace | undefined>(undefined);
export const FormPlaceProvider = FormContext.Provider;

export function useFormPlace(): FormPlace {
  const place = useContext(FormContext);
  if (place === undefined) throw new TypeError('A field stands outside of any form.');
  return place;
}
