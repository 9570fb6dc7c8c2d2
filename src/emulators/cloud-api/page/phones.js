// In the browser: keeps the phones page up to date and sends answers. Existing phones keep their form, so that
// what somebody is typing stays; all markup comes escaped from the server.

const phones = document.querySelector('#phones');
const API = '/_emulator/phones/';

phones.addEventListener('submit', (event) => send(event, event.target.closest('.phone').dataset.phone));

document
  .querySelector('#write')
  .addEventListener('submit', (event) => send(event, event.target.elements.phone.value));

phones.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-path]');
  if (button === null) return;
  const { method, path, body } = button.dataset;
  call(button.closest('.phone').dataset.phone, { method, path, body });
});

function call(phone, { method, path, body }) {
  return fetch(`${API}${encodeURIComponent(phone)}/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body,
  });
}

async function send(event, phone) {
  event.preventDefault();
  const input = event.target.elements.text;
  const body = JSON.stringify({ text: input.value });
  const response = await call(phone, { method: 'POST', path: 'replies', body });
  if (response.ok) input.value = '';
}

async function refresh() {
  const response = await fetch(`/${location.search}`);
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  const names = new Set();
  for (const section of fresh.querySelectorAll('.phone')) {
    names.add(section.dataset.phone);
    const shown = [...phones.children].find((child) => child.dataset.phone === section.dataset.phone);
    if (shown === undefined) add(section);
    else updatePhone(shown, section);
  }
  for (const child of [...phones.children]) if (!names.has(child.dataset.phone)) child.remove();
}

/** The browser looks only once for what the address names. */
function add(section) {
  phones.append(section);
  if (decodeURIComponent(location.hash) === `#${section.id}`) location.replace(location.hash);
}

function updatePhone(shown, fresh) {
  const talk = shown.querySelector('.talk');
  const wasAtEnd = talk.scrollTop + talk.clientHeight >= talk.scrollHeight - 8;
  const { scrollTop } = talk;
  const key = shown.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  for (const part of ['header', '.talk']) shown.querySelector(part).replaceWith(fresh.querySelector(part));
  if (wasAtEnd) scrollToEnd(shown);
  else shown.querySelector('.talk').scrollTop = scrollTop;
  const button = [...shown.querySelectorAll('[data-key]')].find((one) => one.dataset.key === key);
  button?.focus({ preventScroll: true });
}

function scrollToEnd(phone) {
  const talk = phone.querySelector('.talk');
  talk.scrollTop = talk.scrollHeight;
}

for (const phone of phones.children) scrollToEnd(phone);
const changes = new EventSource('/_emulator/changes');
changes.addEventListener('message', refresh);
changes.addEventListener('open', refresh);
