// In the browser: keeps the phones page up to date and sends answers. Existing phones keep their form, so that
// what somebody is typing stays; all markup comes escaped from the server.

const phones = document.querySelector('#phones');
const API = '/_emulator/phones/';

phones.addEventListener('submit', (event) => send(event, event.target.closest('.phone').dataset.phone));

document
  .querySelector('#write')
  .addEventListener('submit', (event) => send(event, event.target.elements.phone.value));

async function send(event, phone) {
  event.preventDefault();
  const input = event.target.elements.text;
  const response = await fetch(`${API}${encodeURIComponent(phone)}/replies`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: input.value }),
  });
  if (response.ok) input.value = '';
}

async function refresh() {
  const response = await fetch('/');
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  const names = new Set();
  for (const section of fresh.querySelectorAll('.phone')) {
    names.add(section.dataset.phone);
    const shown = [...phones.children].find((child) => child.dataset.phone === section.dataset.phone);
    if (shown === undefined) phones.append(section);
    else updatePhone(shown, section);
  }
  for (const child of [...phones.children]) if (!names.has(child.dataset.phone)) child.remove();
}

function updatePhone(shown, fresh) {
  for (const part of ['header', '.talk']) shown.querySelector(part).replaceWith(fresh.querySelector(part));
  scrollToEnd(shown);
}

function scrollToEnd(phone) {
  const talk = phone.querySelector('.talk');
  talk.scrollTop = talk.scrollHeight;
}

for (const phone of phones.children) scrollToEnd(phone);
const changes = new EventSource('/_emulator/changes');
changes.addEventListener('message', refresh);
changes.addEventListener('open', refresh);
