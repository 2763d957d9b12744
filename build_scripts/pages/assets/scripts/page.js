/* The ground that all scripts of the readings stand on: the beginning of a page, the browser's
   storage, fetching more scripts, and what the browser lays out.

   A page begins at the first load, and each time Material's instant navigation puts another one in
   its place. The page's signal takes away what a script has added to the window or the document. */

window.readings = (() => {
  "use strict";

  const folder = document.currentScript.src;
  const beginnings = [];
  const loads = {};
  let page = null;

  /* Run `begin` on each page, with a signal that aborts when the reader leaves the page. */
  function onPage(begin) {
    beginnings.push(begin);
    if (page) start(begin);
  }

  function start(begin) {
    try {
      begin(page.signal);
    } catch (error) {
      // One script that fails must not stop the others.
      console.error(error);
    }
  }

  function beginPage() {
    page?.abort();
    page = new AbortController();
    beginnings.forEach(start);
  }

  /* Fetch another script or style sheet from beside this script, once, and wait until it is loaded. */
  function load(name) {
    return loads[name] ??= new Promise((resolve, reject) => {
      const isScript = name.endsWith(".js");
      const element = document.createElement(isScript ? "script" : "link");
      element.rel = "stylesheet";
      element[isScript ? "src" : "href"] = new URL(name, folder);
      element.onload = resolve;
      element.onerror = () => {
        delete loads[name]; // it may be there the next time
        reject(name);
      };
      document.head.append(element);
    });
  }

  /* The value kept under a name, or null. Browsers may forbid storage. */
  function kept(name) {
    try {
      return localStorage.getItem(`readings.${name}`);
    } catch {
      return null;
    }
  }

  /* Keep a string under a name; null removes it. */
  function keep(name, value) {
    try {
      if (value === null) localStorage.removeItem(`readings.${name}`);
      else localStorage.setItem(`readings.${name}`, value);
    } catch {
      // Then the choice lasts as long as the page.
    }
  }

  /* Whether paragraphs of a text are laid out only near the window (long-readings.css). WebKit lays
     out all of them, and other browsers that of the address. */
  function isLaidOutNearby(text) {
    const paragraph = text.querySelector("[data-paragraph]:not(:target)");
    return Boolean(paragraph) && getComputedStyle(paragraph).contentVisibility === "auto";
  }

  // All scripts are registered by then.
  document.addEventListener("DOMContentLoaded", () => {
    if (window.document$) window.document$.subscribe(beginPage);
    else beginPage();
  });

  return { onPage, kept, keep, load, isLaidOutNearby };
})();
