// Who a run is about: what they are called, where their clock is, what their phone is.

import { useEffect, useState } from 'react';
import { client } from '../api/client.ts';

export interface PersonKnown {
  readonly externalId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly phone: string | null;
}

/** Undefined while it isn't known. */
export function usePerson(externalId: string | undefined): PersonKnown | undefined {
  const [person, setPerson] = useState<PersonKnown>();
  useEffect(() => {
    if (externalId === undefined) return;
    let isWanted = true;
    client.person(externalId).then(
      ({ attributes, timeZone, phone }) => {
        const { firstName } = attributes;
        const name = typeof firstName === 'string' && firstName !== '' ? firstName : externalId;
        if (isWanted) setPerson({ externalId, name, timeZone, phone });
      },
      // The run is told without their name.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [externalId]);
  return person?.externalId === externalId ? person : undefined;
}
