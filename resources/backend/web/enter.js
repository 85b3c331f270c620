// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
// Redeems the one-time code of the fragment (a fragment reaches no log and no referrer) and goes on to a clean address.
'use strict';
(async () => {
  const code = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  const target = document.querySelector('main').dataset.target;
  let entered = false;
  try {
    const answer = await fetch(location.pathname, {
      method: 'POST', credentials: 'same-origin', body: new URLSearchParams({ code }),
    });
    entered = answer.ok;
  } catch {
    entered = false;
  }
  if (entered) {
    location.replace(target);
    return;
  }
  document.getElementById('opening').hidden = true;
  document.getElementById('failed').hidden = false;
})();
