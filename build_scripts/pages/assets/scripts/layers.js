/* What the choice of layers and of corrections changes beside the style sheets: those read
   `data-hidden-layers` and `data-corrections`. */

(readings => {
  "use strict";

  const root = document.documentElement;
  const panel = () => document.getElementById("tools-layers");
  const boxes = () => [...(panel()?.querySelectorAll("[name=layers]") ?? [])];
  // In addresses and in panels, a layer has the name of its kind in the plural.
  const kindOf = box => box.value.slice(0, -1);

  let isPaper = false;

  /* What is not printed has no marks on paper, either. */
  function isHidden(box) {
    const isPrinted = !/^(off|none)$/.test(readings.view.get(`print-${box.value}`));
    return !box.checked || (!isPrinted && (isPaper || readings.view.get("preview") === "on"));
  }

  function show(isOpening) {
    const hidden = boxes().filter(isHidden).map(kindOf);
    const before = root.dataset.hiddenLayers ?? "";
    const now = hidden.join(" ");
    if (now) root.dataset.hiddenLayers = now;
    else delete root.dataset.hiddenLayers;
    // Without its line, a correction looks like the source, so the source's words are shown.
    const words = panel()?.querySelector("fieldset");
    if (words) words.disabled = hidden.includes("correction");
    if (isOpening ? !now : now === before) return;
    // Hidden links look like plain text, so they must not be links.
    for (const link of document.querySelectorAll(".reading a.annotated")) {
      if (hidden.includes("term")) link.removeAttribute("href");
      else link.href = `#${link.id.slice(3).replace(/\..*/, "")}`;
    }
  }

  /* An entry that the address names is shown even if its layer is hidden. */
  function ask() {
    for (const asked of document.querySelectorAll(".asked")) asked.classList.remove("asked");
    const named = document.getElementById(location.hash.slice(1))?.closest(".apparatus .entry");
    if (!named) return;
    named.classList.add("asked");
    named.parentElement.classList.add("asked");
    if (root.dataset.hiddenLayers) named.scrollIntoView();
  }

  for (const [name, isBefore] of [["beforeprint", true], ["afterprint", false]]) {
    addEventListener(name, () => {
      isPaper = isBefore;
      show(false);
    });
  }
  readings.onView(show);
  readings.onPage(signal => {
    ask();
    addEventListener("hashchange", ask, { signal });
    panel()?.addEventListener("click", ({ target }) => {
      if (!target.dataset.show) return;
      for (const box of boxes()) box.checked = target.dataset.show === "all";
      readings.view.choose("layers");
    }, { signal });
    document.querySelector(".first-view button")?.addEventListener("click", () => {
      const { view } = readings;
      view.set("corrections", view.get("corrections") === "corrected" ? "printed" : "corrected");
      view.choose("corrections");
    }, { signal });
  });
})(window.readings);
