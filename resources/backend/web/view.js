// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
// Whoever comes from a portal wants the program: it is opened at once. A browser does not say whether it could; the page
// stays and says what to do.
'use strict';
(() => {
  if (location.hash !== '#open')
    return;
  history.replaceState(null, '', location.pathname); // going back opens nothing again
  document.documentElement.dataset.opened = 'passport:';
  location.assign('passport:');
})();
