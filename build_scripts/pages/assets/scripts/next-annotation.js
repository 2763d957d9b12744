/* Finds the next or the previous annotation, for readers who use keys (keys.js). */

(readings => {
  "use strict";

  const MARKS = ".whole-reading .mark a, .reading .mark a, .reading a.annotated[href]";
  const SAID_FOR = 4000;

  let last = null; // the mark that a key led to last

  /* The marks that keys lead to, without those of hidden layers and levels. Words that are a link have
     no address while they are hidden. */
  function marks() {
    const { hiddenLayers, hiddenLevels } = document.documentElement.dataset;
    const out = [
      ...(hiddenLayers?.split(" ") ?? []).map(
        kind => `.mark-${kind} a, a.annotated.${kind}[href^="#${kind}-"]`,
      ),
      ...(hiddenLevels?.split(" ") ?? []).map(level => `.mark.level-${level} a`),
    ];
    const all = [...document.querySelectorAll(MARKS)];
    return out.length ? all.filter(mark => !mark.matches(out.join())) : all;
  }

  /* The number of the mark to go to. It is counted from the mark that has the focus or whose popover
     has it, else from a line below the window's upper edge, where people read. */
  function position(all, step) {
    const focused = document.activeElement;
    const isIn = focused.closest(".annotations-popover") ? last : focused;
    const index = all.indexOf(isIn);
    if (index >= 0) return index + step;
    const line = innerHeight / 4;
    // Paragraphs come first: to measure a mark, the browser must lay out everything around it.
    const below = all.findIndex(mark => {
      const block = mark.closest("[data-paragraph]");
      return (
        !(block?.getBoundingClientRect().bottom <= line) && mark.getBoundingClientRect().top > line
      );
    });
    const next = below < 0 ? all.length : below;
    return step > 0 ? next : next - 1;
  }

  readings.goOn = (step, status) => {
    const all = marks();
    let index = position(all, step);
    let message = "";
    // Skip marks that are not displayed, such as those of corrections that replace the text.
    for (const end = index + step * all.length; index !== end; index += step) {
      const found = all.at(index % all.length);
      if (index < 0) message = "last";
      if (index >= all.length) message = "first";
      if (found.checkVisibility()) {
        last = found;
        break;
      }
    }
    if (!last?.isConnected) return;
    readings.hideAnnotations();
    last.scrollIntoView({ block: "center" });
    last.focus({ preventScroll: true });
    readings.showAnnotations(last);
    say(status, message && status.dataset[message]);
  };

  let silence = 0;

  function say(status, words) {
    clearTimeout(silence);
    status.textContent = words;
    if (words) silence = setTimeout(() => (status.textContent = ""), SAID_FOR);
  }
})(window.readings);
