/* On a small screen the introduction is folded when a page opens, so that the text is in sight; the
   style sheet then shows how it begins. It unfolds where somebody goes into it: by a link, with the
   keyboard, or because the browser has found words there.

   The page has it unfolded, for readers without scripts, for paper and for search engines. */

(readings => {
  "use strict";

  const isSmall = matchMedia("(max-width: 44.9844em), (max-height: 30em)"); // as in before-text.css

  readings.onPage(signal => {
    const introduction = document.querySelector(".before-text");
    if (!introduction) return;
    const body = introduction.querySelector(".body");
    let isChosen = false;

    const isAsked = () => introduction.contains(document.getElementById(location.hash.slice(1)));

    function fold() {
      if (!isChosen) introduction.open = !isSmall.matches || isAsked();
    }

    /* What was scrolled out of its first lines stays in sight. */
    function unfold() {
      if (introduction.open) return;
      const above = body.scrollTop;
      body.scrollTop = 0;
      isChosen = introduction.open = true;
      scrollBy(0, above);
    }

    fold();
    introduction.dataset.ready = "";
    isSmall.addEventListener("change", fold, { signal });
    addEventListener("hashchange", () => isAsked() && unfold(), { signal });
    body.addEventListener("scroll", () => body.scrollTop && unfold(), { signal });
    body.addEventListener("click", ({ target }) => target.closest("a") || unfold(), { signal });
    introduction.firstElementChild.addEventListener("click", () => (isChosen = true), { signal });
  });
})(window.readings);
