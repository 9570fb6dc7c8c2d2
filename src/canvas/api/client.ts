// The canvas's client of the API: the session's cookie, its token against forged requests, problems in the reader's
// language.

import { createClient } from '../../client/client.ts';
import { useLanguageState } from '../text/use-text.ts';

let csrfToken = '';
let hearEnd = () => {};

export const client = createClient({
  url: location.origin,
  csrfToken: () => csrfToken,
  language: () => useLanguageState.getState().language,
  onProblem: ({ status, code }) => {
    // A cookie that is over is not sent any more; one of another session does not go with this page's token.
    if (status === 401 || code === 'SESSION_FORGED') hearEnd();
  },
});

/** Called whenever the server takes this page for nobody's. */
export function onSessionEnd(hear: () => void): void {
  hearEnd = hear;
}

/** What the server says of this browser's session; called first. @throws ProblemError where there is none */
export async function readSession() {
  const session = await client.session();
  csrfToken = session.csrfToken;
  return session;
}
