// The canvas's client of the API: the session's cookie, and its token against forged requests.

import { createClient } from '../../client/client.ts';

let csrfToken = '';

export const client = createClient({ url: location.origin, csrfToken: () => csrfToken });

/** What the server says of this browser's session; called first. @throws ProblemError where there is none */
export async function readSession() {
  const session = await client.session();
  csrfToken = session.csrfToken;
  return session;
}
