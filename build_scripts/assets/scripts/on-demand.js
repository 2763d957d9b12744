/* What some pages or some readers need is fetched when they do. */

(readings => {
  "use strict";

  readings.citations = {};

  readings.onPage(signal => {
    if (document.querySelector(".filter")) readings.load("filter.js");
    if (document.querySelector(".reading[data-long]")) readings.load("long-readings.js");
    if (document.querySelector(".highlight")) readings.load("theme.js");

    // A button may take the selection away before it is clicked.
    let range = null;
    const note = () => {
      const selection = getSelection();
      range = selection.rangeCount ? selection.getRangeAt(0).cloneRange() : null;
    };
    document.addEventListener("pointerdown", event => event.target.closest("button.cite") && note(), { signal, capture: true });
    document.addEventListener("click", async event => {
      const button = event.target.closest("button.cite");
      if (!button) return;
      if (!event.detail) note(); // by a key
      const { citations } = document.querySelector(".citing-tools").dataset;
      const { href } = new URL(citations, location);
      await Promise.all([href, "citing.js", "citing.css"].map(readings.load));
      readings.cite?.(button, range, readings.citations[href]);
    }, { signal });
  });
})(window.readings);
