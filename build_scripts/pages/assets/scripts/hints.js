/* Before the page is printed, the theme unfolds everything. Only hints that a reader has unfolded are
   to be printed, so this notes which they are; in the capturing phase it is told before the theme. On
   sheets all are unfolded, so what counts is the page itself. */

window.addEventListener(
  "beforeprint",
  () => {
    for (const hint of document.querySelectorAll("article .hint")) {
      hint.toggleAttribute("data-unfolded", hint.open);
    }
  },
  { capture: true },
);
