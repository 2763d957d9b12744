/* Fetches the scripts that only some pages or some readers need. */

(readings => {
  "use strict";

  readings.citations = {};
  readings.sources = {};

  const BUTTONS = "button.cite, button.annotate";

  /* Whether the page is laid out as sheets of paper before it is printed: browsers have no notes at
     the foot of a page, and no numbers of lines. */
  readings.wantsSheets = () => {
    const { get } = readings.view;
    return get("print-notes") === "foot" || get("print-lines") === "on" || get("preview") === "on";
  };

  const fetchSheets = async () => {
    if (readings.wantsSheets()) await Promise.all(["handout.js", "handout.css"].map(readings.load));
    return readings.showHandout?.();
  };

  readings.onView(fetchSheets);

  readings.onPage(signal => {
    if (document.querySelector(".filter")) readings.load("filter.js");
    if (document.querySelector("[data-places]")) readings.load("list-parts.js");
    if (document.querySelector(".highlight")) readings.load("theme.js");

    if (document.querySelector(".apparatus-note")) {
      for (const name of ["pointerover", "focusin"]) {
        document.addEventListener(name, () => readings.load("margin-pairs.js"), { signal, once: true });
      }
    }

    if (readings.kept("keys") === "off") readings.load("keys.js");
    // The first key, or a click in the list of keys, fetches the script that handles it and all
    // that follow.
    const use = event => {
      if (readings.useKeys || (event.type === "click" && !event.target.closest(".keys-button"))) return;
      readings.load("keys.js").then(() => readings.useKeys(event));
    };
    for (const name of ["keydown", "click"]) document.addEventListener(name, use, { signal });

    document.addEventListener("click", ({ target }) => {
      if (target.matches(".print-now")) fetchSheets().then(() => print());
      if (target.matches(".copy-view")) readings.load("copy-view.js").then(() => readings.copyView(target));
    }, { signal });

    // A button may clear the selection before it is clicked.
    let range = null;
    const note = () => {
      const selection = getSelection();
      const isOnSheets = readings.view.get("preview") === "on";
      range = selection.rangeCount && !isOnSheets ? selection.getRangeAt(0).cloneRange() : null;
    };
    document.addEventListener("pointerdown", event => event.target.closest(BUTTONS) && note(), { signal, capture: true });
    document.addEventListener("click", async event => {
      const button = event.target.closest(BUTTONS);
      if (!button) return;
      if (!event.detail) note(); // pressed by a key
      const { citations } = document.querySelector(".citing-tools").dataset;
      const { href } = new URL(citations, location);
      const load = names => Promise.all(names.map(readings.load));
      if (button.matches(".annotate")) {
        const { get, set, choose } = readings.view;
        if (get("preview") === "on") { // the form is about the text, not about sheets
          set("preview", "off");
          choose("preview");
        }
        await load(["annotate.js", "annotate.css"]);
        readings.annotate(new URL("text.js", href).href, range);
      } else {
        await load([href, "citing.js", "citing.css"]);
        readings.cite?.(button, range, readings.citations[href]);
      }
    }, { signal });
    document.addEventListener("selectionchange", () => {
      if (!getSelection().isCollapsed && document.querySelector(".annotate")) readings.load("selecting.js");
    }, { signal });
  });
})(window.readings);
