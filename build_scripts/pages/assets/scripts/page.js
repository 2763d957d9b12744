/* What all scripts of the readings stand on: when a page begins, what a reader's browser keeps, and
   what is fetched later.

   A page begins at the first load, and each time Material's instant navigation puts another one in
   its place. What a script adds to the window or the document is taken away by the page's signal. */

window.readings = (() => {
  "use strict";

  const folder = document.currentScript.src;
  const beginnings = [];
  const loads = {};
  let page = null;

  /* Run `begin` on each page, with a signal that is given when the page is left. */
  function onPage(begin) {
    beginnings.push(begin);
    if (page) start(begin);
  }

  function start(begin) {
    try {
      begin(page.signal);
    } catch (error) {
      // One comfort that fails takes no other with it.
      console.error(error);
    }
  }

  function beginPage() {
    page?.abort();
    page = new AbortController();
    beginnings.forEach(start);
  }

  /* Fetch another script or style sheet from beside this script, once, and wait until it holds. */
  function load(name) {
    return loads[name] ??= new Promise((resolve, reject) => {
      const isScript = name.endsWith(".js");
      const element = document.createElement(isScript ? "script" : "link");
      element.rel = "stylesheet";
      element[isScript ? "src" : "href"] = new URL(name, folder);
      element.onload = resolve;
      element.onerror = () => {
        delete loads[name]; // the next time it may be there
        reject(name);
      };
      document.head.append(element);
    });
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

  return { onPage, kept, keep, load };
})();
