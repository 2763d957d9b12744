/* A button beside selected words, which annotates them. */

(readings => {
  "use strict";

  const GAP = 8; // pixels

  readings.onPage(signal => {
    const inTools = document.querySelector(".reading-tools .annotate");
    const reading = document.querySelector(".reading");
    if (!inTools || !reading) return;
    const button = inTools.cloneNode(true);
    button.classList.add("floating");
    button.popover = "manual";
    button.lang = inTools.closest("[lang]").lang;
    document.body.append(button);
    signal.addEventListener("abort", () => button.remove());
    readings.load("annotate.css");
    let pressed = false; // while a selection grows

    function show() {
      const selection = getSelection();
      const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
      const isShown = range && !pressed && !document.querySelector("dialog[open]") && range.intersectsNode(reading) && /\S/.test(String(range));
      button.togglePopover(Boolean(isShown));
      if (!isShown) return;
      const lines = range.getClientRects();
      const { right, bottom, top } = lines[lines.length - 1] ?? range.getBoundingClientRect();
      const { offsetWidth: width, offsetHeight: height } = button;
      const isBelow = bottom + GAP + height < innerHeight;
      button.style.left = `${scrollX + Math.min(Math.max(right - width, GAP), document.documentElement.clientWidth - width - GAP)}px`;
      button.style.top = `${scrollY + (isBelow ? bottom + GAP : top - GAP - height)}px`;
    }

    document.addEventListener("selectionchange", show, { signal });
    document.addEventListener("pointerdown", event => (pressed = event.target !== button), { signal });
    for (const name of ["pointerup", "pointercancel"]) {
      document.addEventListener(name, () => {
        pressed = false;
        setTimeout(show); // a click clears the selection only afterwards
      }, { signal });
    }
    button.addEventListener("click", () => button.hidePopover(), { signal });
    show();
  });
})(window.readings);
