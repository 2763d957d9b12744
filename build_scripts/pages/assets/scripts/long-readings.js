/* In a long reading, keeps the target of an address where the browser has scrolled it.

   The content above it has estimated heights until the browser lays it out (long-readings.css), and
   then may push the target out of its place. If the address names words (text-fragment.js), the
   browser has scrolled to those, and not to the beginning of their paragraph. */

(readings => {
  "use strict";

  const FRAMES = 20; // until the content nearby is laid out
  const root = document.documentElement;

  readings.onPage(signal => {
    const text = document.querySelector(".reading[data-long]");
    delete root.dataset.arrived; // at the page before
    if (!text || !readings.isLaidOutNearby(text)) return;
    let left = 0;
    let place = 0; // of the target, as `off` tells it

    /* How far an element is below the place to which the browser scrolls a target. */
    const off = target =>
      target.getBoundingClientRect().top - parseFloat(getComputedStyle(target).scrollMarginTop);

    function isShown(target) {
      const { top, bottom } = target.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    }

    const isThere = target => Boolean(target) && Math.abs(off(target)) < 2;

    function hold() {
      if (document.readyState === "complete" && left-- <= 0) {
        root.dataset.arrived = "";
        return;
      }
      const target = document.getElementById(location.hash.slice(1));
      if (target && (place !== null || isShown(target))) {
        place ??= off(target);
        const moved = off(target) - place;
        if (Math.abs(moved) > 1) scrollBy({ top: moved, behavior: "instant" });
      }
      requestAnimationFrame(hold);
    }

    /* Hold the target at a place, or where it is when the browser first scrolls to it. */
    function begin(at) {
      left = FRAMES;
      place = at;
      hold();
    }

    // Only Chromium tells scripts whether the address names words.
    const [{ type, name = "" } = {}] = performance.getEntriesByType("navigation");
    if (type !== "navigate" || !location.hash) root.dataset.arrived = "";
    else {
      if (!name.includes("#") || name.includes(":~:")) begin(null);
      else if (document.readyState === "complete") begin(0);
      else addEventListener("load", () => begin(0), { signal });
    }
    addEventListener("hashchange", () => {
      // Going back in the history leads to where the reader was, not to the target.
      if (isThere(document.querySelector(":target"))) begin(0);
    }, { signal });
    // A reader who scrolls has left the target.
    for (const event of ["wheel", "touchstart", "keydown", "pointerdown"]) {
      addEventListener(event, () => (left = 0), { signal, passive: true });
    }
  });
})(window.readings);
