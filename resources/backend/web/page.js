// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
// Makes the pages live: sends their forms without reloading, asks again while something is awaited, counts down. Every
// form works without this file too.
'use strict';
(() => {
  let timer = 0;
  let sending = false;

  const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

  /** Takes over the answer's <main>, unless a look brought nothing new: then focus and typing stay as they are. */
  function show(text, wasLook) {
    const fresh = new DOMParser().parseFromString(text, 'text/html').querySelector('main');
    const old = document.querySelector('main');
    if (!fresh)
      return;
    if (wasLook && fresh.dataset.rev && fresh.dataset.rev === old.dataset.rev) {
      schedule(old);
      return;
    }
    const focused = document.activeElement?.id;
    old.replaceWith(document.importNode(fresh, true));
    begin(focused);
  }

  async function send(form, submitter) {
    if (sending)
      return;
    sending = true;
    clearTimeout(timer);
    const body = new URLSearchParams(new FormData(form));
    if (submitter?.name)
      body.set(submitter.name, submitter.value);
    try {
      const answer = await fetch(form.getAttribute('action'), { method: 'POST', body, credentials: 'same-origin' });
      sending = false;
      if (answer.redirected)
        location.assign(answer.url);
      else
        show(await answer.text(), 'poll' in form.dataset);
    } catch {
      sending = false; // no network: a form that waits tries again, a button can be pressed again
      schedule(document.querySelector('main'));
    }
  }

  function schedule(main) {
    clearTimeout(timer);
    const poll = main.querySelector('form[data-poll]');
    if (poll)
      timer = setTimeout(() => send(poll), Number(poll.dataset.poll));
  }

  function begin(focusId) {
    const main = document.querySelector('main');
    const keep = focusId && document.getElementById(focusId);
    const wanted = main.querySelector('[autofocus]');
    if (keep && !keep.disabled)
      keep.focus();
    else if (wanted)
      wanted.focus();
    for (const place of main.querySelectorAll('[data-left]'))
      place.endsAt = performance.now() + Number(place.dataset.left) * 1000;
    const auto = main.querySelector('form[data-auto]');
    if (auto)
      send(auto);
    else
      schedule(main);
  }

  document.addEventListener('submit', (event) => {
    event.preventDefault();
    send(event.target, event.submitter);
  });
  setInterval(() => {
    for (const place of document.querySelectorAll('[data-left]'))
      place.textContent = clock(Math.max(0, Math.ceil((place.endsAt - performance.now()) / 1000)));
  }, 1000);
  begin();
})();
