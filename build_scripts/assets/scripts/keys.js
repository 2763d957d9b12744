/* Keys: j and k go to the next and the previous annotation, ? opens the list of all keys.

   Shortcuts of a single letter or sign can be switched off, the theme's as well (WCAG 2.1.4). */

(readings => {
  "use strict";

  const MARKS = ".whole-reading .mark a, .reading .mark a, .reading a.annotated";
  const SAID_FOR = 4000;

  let last = null; // the mark that a key went to

  const areOff = () => readings.kept("keys") === "off";
  const isTyping = target => target.matches?.("input, textarea, select, [contenteditable]");

  /* The marks that can be gone to: those of hidden layers are left out. */
  function marks() {
    const hidden = document.documentElement.dataset.hiddenLayers?.split(" ") ?? [];
    const out = hidden.map(kind => `.mark-${kind} a, a.annotated.${kind}[href^="#${kind}-"]`);
    const all = [...document.querySelectorAll(MARKS)];
    return out.length ? all.filter(mark => !mark.matches(out.join())) : all;
  }

  /* The number of the one to go to: from the mark that has the focus or whose popover has it, or
     else from a line below the window's upper edge, where one reads. */
  function position(all, step) {
    const focused = document.activeElement;
    const isIn = focused.closest(".annotations-popover") ? last : focused;
    const index = all.indexOf(isIn);
    if (index >= 0) return index + step;
    const line = innerHeight / 4;
    // Paragraphs first: to ask where a mark is, the browser must lay out all that is around it.
    const below = all.findIndex(mark => {
      const block = mark.closest("[data-paragraph]");
      return (
        !(block?.getBoundingClientRect().bottom <= line) && mark.getBoundingClientRect().top > line
      );
    });
    const next = below < 0 ? all.length : below;
    return step > 0 ? next : next - 1;
  }

  function go(step, status) {
    const all = marks();
    let index = position(all, step);
    let message = "";
    // Past those that are not shown, such as marks of corrections that stand in the text.
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
  }

  let silence = 0;

  function say(status, words) {
    clearTimeout(silence);
    status.textContent = words;
    if (words) silence = setTimeout(() => (status.textContent = ""), SAID_FOR);
  }

  readings.onPage(signal => {
    last = null;
    const help = document.querySelector(".key-help");
    const status = document.querySelector(".readings-status");
    const turn = help?.querySelector(".keys-switch");

    function openHelp() {
      turn.checked = !areOff();
      readings.hideAnnotations();
      if (!help.open) help.showModal();
    }

    function onKey(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key.length > 1 || event.key === " ") return;
      if (areOff() || help?.open) {
        event.stopPropagation(); // the theme listens on the window
        return;
      }
      const step = { j: 1, k: -1 }[event.key];
      if (!help || !(step || event.key === "?")) return;
      event.preventDefault();
      if (step) go(step, status);
      else openHelp();
    }

    document.addEventListener("keydown", onKey, { signal });
    if (!help) return;
    // Beside the list is the list itself, for a click.
    document.addEventListener(
      "click",
      event => {
        const { target } = event;
        if (target.closest?.(".keys-button")) openHelp();
        else if (target === help || target.closest?.(".key-help .close")) help.close();
      },
      { signal }
    );
    turn.addEventListener("change", () => readings.keep("keys", turn.checked ? null : "off"), {
      signal,
    });
  });
})(window.readings);
