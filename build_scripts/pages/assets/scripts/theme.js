/* Material puts the buttons of each example of code into a navigation without a name, which it is
   not: a list of landmarks would be full of them. They come while the page is shown, one by one. */

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
