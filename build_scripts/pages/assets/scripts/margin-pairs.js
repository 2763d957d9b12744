/* Shows that a mark and its note belong together while the pointer or the focus is on either. */

(readings => {
  "use strict";

  readings.onPage(signal => {
    const column = document.querySelector(".apparatus-note");
    if (!column) return;
    let shown = [];

    function pair(event) {
      for (const element of shown) element.classList.remove("paired");
      shown = [];
      const from = event.target.closest?.(".apparatus-note .entry, .annotated.note, .mark-note a");
      const ids = from?.dataset.annotation?.split(" ") ?? [from?.hash?.slice(1) || from?.id];
      for (const id of ids) {
        const entry = id && column.querySelector(`.entry[id="${id}"]`);
        if (!entry) continue;
        const pieces = document.querySelectorAll(
          `.annotated[data-annotation~="${id}"], .mark-note a[href="#${id}"]`);
        shown.push(entry, ...pieces);
      }
      for (const element of shown) element.classList.add("paired");
    }

    document.addEventListener("pointerover", pair, { signal });
    document.addEventListener("focusin", pair, { signal });
    // The pointer or focus that caused this script to load.
    pair({ target: [...document.querySelectorAll(":hover")].at(-1) ?? document.activeElement });
  });
})(window.readings);
