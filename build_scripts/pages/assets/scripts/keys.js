/* Keys: j and k go to the next and the previous annotation, ? opens the list of all keys. n and . go
   to the next page: the theme would look for a link in the head, which our pages do not have.

   Shortcuts of a single letter or sign can be switched off, including the theme's (WCAG 2.1.4). */

(readings => {
  "use strict";

  const areOff = () => readings.kept("keys") === "off";
  const isTyping = target => target.matches?.("input, textarea, select, [contenteditable]");

  readings.onPage(signal => {
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
      if (event.key === "a") {
        event.preventDefault(); // or the letter would be typed into the form
        document.querySelector(".annotate")?.click();
      }
      if (["n", "."].includes(event.key) && !document.querySelector("#__search:checked")) {
        document.querySelector(".md-footer__link--next")?.click();
      }
      if (!help || !(step || event.key === "?")) return;
      if (step && "preview" in document.documentElement.dataset) return; // sheets are shown
      event.preventDefault();
      if (step) readings.goOn(step, status);
      else openHelp();
    }

    // A click beside the list hits the dialog element itself.
    function onClick({ target }) {
      if (target.closest?.(".keys-button")) openHelp();
      else if (target === help || target.closest?.(".key-help .close")) help.close();
    }

    const take = { keydown: onKey, ...(help && { click: onClick }) };
    for (const [name, taken] of Object.entries(take)) document.addEventListener(name, taken, { signal });
    readings.useKeys = event => take[event.type]?.(event);
    turn?.addEventListener("change", () => readings.keep("keys", turn.checked ? null : "off"), {
      signal,
    });
  });
})(window.readings);
