/* Shows how far the reader has come: the part of the text above the lower edge of the window. */

(readings => {
  "use strict";

  readings.onPage(signal => {
    const tools = document.querySelector(".reading-tools");
    const shown = tools?.querySelector(".progress");
    const text = document.querySelector("[data-reading]");
    if (!shown || !text) return;
    const language = tools.closest("[lang]").lang;
    const number = new Intl.NumberFormat(language);
    const percent = new Intl.NumberFormat(language, { style: "percent" });
    let waiting = false;

    const update = () => {
      waiting = false;
      const { top, height } = text.getBoundingClientRect();
      // Nothing is read yet while the text begins below the line of tools.
      const start = tools.getBoundingClientRect().bottom;
      const way = height - (innerHeight - start);
      const read = way > 0 ? Math.min(Math.max((start - top) / way, 0), 1) : 1;
      // Neither pixels nor minutes are exact, so nearly everything counts as everything.
      const part = Math.round(read * 100) / 100;
      const left = Math.ceil((1 - part) * shown.dataset.minutes);
      const hours = Math.floor(left / 60);
      shown.textContent = (hours ? shown.dataset.wordsHours : shown.dataset.words)
        .replace("[percent]", percent.format(part))
        .replace("[hours]", number.format(hours))
        .replace("[minutes]", number.format(left % 60));
      tools.style.setProperty("--progress", read);
    };
    const soon = () => {
      if (!waiting) requestAnimationFrame(update);
      waiting = true;
    };
    addEventListener("scroll", soon, { signal, passive: true });
    addEventListener("resize", soon, { signal });
    document.addEventListener("readings:layout", soon, { signal });
    soon();
  });
})(window.readings);
