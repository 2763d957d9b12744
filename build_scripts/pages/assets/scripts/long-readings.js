/* In a long reading, keeps the target of an address where the browser has scrolled it.

   The content above it has estimated heights until the browser lays it out (long-readings.css), and
   then may push the target out of its place. */

(readings => {
  "use strict";

  const FRAMES = 20; // until the content nearby is laid out

  readings.onPage(signal => {
    if (!document.querySelector(".reading[data-long]")) return;
    let left = 0;

    /* How far an element is below the place to which the browser scrolls a target. */
    const off = target =>
      target.getBoundingClientRect().top - parseFloat(getComputedStyle(target).scrollMarginTop);

    function hold() {
      const target = document.querySelector(":target");
      if (!target || left-- <= 0) return;
      if (Math.abs(off(target)) > 1) target.scrollIntoView({ behavior: "instant" });
      requestAnimationFrame(hold);
    }

    function begin() {
      left = FRAMES;
      hold();
    }

    const [{ type } = {}] = performance.getEntriesByType("navigation");
    if (type === "navigate") {
      if (document.readyState === "complete") begin();
      else addEventListener("load", begin, { signal });
    }
    addEventListener("hashchange", () => {
      const target = document.querySelector(":target");
      // Going back in the history leads to where the reader was, not to the target.
      if (target && Math.abs(off(target)) < 2) begin();
    }, { signal });
    // A reader who scrolls has left the target.
    for (const event of ["wheel", "touchstart", "keydown", "pointerdown"]) {
      addEventListener(event, () => (left = 0), { signal, passive: true });
    }
  });
})(window.readings);
