// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
// Closes the menu beside the picture as menus close. It works without this file too.
'use strict';
(() => {
  const menu = document.querySelector('details.menu');
  document.addEventListener('click', (event) => {
    if (menu?.open && !menu.contains(event.target))
      menu.open = false;
  });
  document.addEventListener('keydown', (event) => {
    if (menu?.open && event.key === 'Escape') {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
})();
