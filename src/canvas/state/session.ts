// Who is signed in. A session that ends takes nothing with it: the page stays, and goes on once there is another.

import { create } from 'zustand';
import { ProblemError } from '../../client/client-errors.ts';
import type { SessionAnswer } from '../../client/session-calls.ts';
import { onSessionEnd, readSession } from '../api/client.ts';

/** `out`: there was none when the page was opened; `ended`: there was. */
export type Standing = 'asking' | 'in' | 'out' | 'ended' | 'unreachable';

interface SessionState {
  readonly standing: Standing;
  /** The newest there was. */
  readonly session: SessionAnswer | undefined;
}

export const useSession = create<SessionState>(() => ({ standing: 'asking', session: undefined }));

onSessionEnd(() => useSession.setState(({ standing }) => (standing === 'in' ? { standing: 'ended' } : {})));

/** Asks the server. Another tab may have opened a new session: the cookie is shared. */
export async function askForSession(): Promise<void> {
  try {
    useSession.setState({ session: await readSession(), standing: 'in' });
  } catch (error) {
    const without = error instanceof ProblemError && error.problem.status === 401 ? 'out' : 'unreachable';
    useSession.setState(({ standing }) => (standing === 'ended' ? {} : { standing: without }));
  }
}
