/* What all scripts of the readings stand on: when a page begins, and what a reader's browser keeps.

   A page begins at the first load, and each time Material's instant navigation puts another one in
   its place. What a script adds to the window or the document is taken away by the page's signal. */

window.readings = (() => {
  "use strict";

  let page = new AbortController();

  /* Run `begin` on each page, with a signal that is given when the page is left. */
  function onPage(begin) {
    beginnings.push(begin);
  }

  const beginnings = [];

  function beginPage() {
    page.abort();
    page = new AbortController();
    for (const begin of beginnings) {
      try {
        begin(page.signal);
      } catch (error) {
        // One comfort that fails takes no other with it.
        console.error(error);
      }
    }
  }

  /* What was kept under a name, or null: browsers may forbid to keep anything. */
  function kept(name) {
    try {
      return localStorage.getItem(`readings.${name}`);
    } catch {
      return null;
    }
  }

  /* Keep a string under a name; null forgets it. */
  function keep(name, value) {
    try {
      if (value === null) localStorage.removeItem(`readings.${name}`);
      else localStorage.setItem(`readings.${name}`, value);
    } catch {
      // Then it holds for this page.
    }
  }

  // All scripts have said what they do by then.
  document.addEventListener("DOMContentLoaded", () => {
    if (window.document$) window.document$.subscribe(beginPage);
    else beginPage();
  });

  return { onPage, kept, keep };
})();
