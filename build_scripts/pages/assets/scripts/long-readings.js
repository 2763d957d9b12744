/* In a long reading, what an address names stays where the browser has brought it.

   What is above it has likely heights until the browser lays it out there (long-readings.css), and
   may then push what was named out of its place. */

(readings => {
  "use strict";

  const FRAMES = 20; // in which what is near is laid out

  readings.onPage(signal => {
    if (!document.querySelector(".reading[data-long]")) return;
    let left = 0;

    /* How far something is below the place to which the browser brings what is named. */
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
      // Not where one has gone back in the history: that leads to where one was.
      if (target && Math.abs(off(target)) < 2) begin();
    }, { signal });
    // Whoever scrolls goes elsewhere.
    for (const event of ["wheel", "touchstart", "keydown", "pointerdown"]) {
      addEventListener(event, () => (left = 0), { signal, passive: true });
    }
  });
})(window.readings);
