/* Material puts the buttons of each code example into a nameless `nav`, although they are no
   navigation: a list of landmarks would be full of them. They appear one by one while the page is
   shown. */

(readings => {
  "use strict";

  readings.onPage(signal => {
    const mend = () => {
      for (const buttons of document.querySelectorAll("nav.md-code__nav:not([role])")) {
        buttons.setAttribute("role", "none");
      }
    };
    const watch = new MutationObserver(mend);
    for (const example of document.querySelectorAll(".md-content .highlight")) {
      watch.observe(example, { childList: true, subtree: true });
    }
    mend();
    signal.addEventListener("abort", () => watch.disconnect());
  });
})(window.readings);
