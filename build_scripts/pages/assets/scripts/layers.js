/* What the choice of layers, of levels of terms and of corrections changes beside the style sheets:
   those read `data-hidden-layers`, `data-hidden-levels` and `data-corrections`. */

(readings => {
  "use strict";

  const root = document.documentElement;
  const panel = () => document.getElementById("tools-layers");
  const boxes = name => [...(panel()?.querySelectorAll(`[name=${name}]`) ?? [])];
  // In addresses and in panels, a layer has the name of its kind in the plural.
  const kindOf = box => box.value.slice(0, -1);

  let isPaper = false;

  /* What is not printed has no marks on paper, either. */
  function isHidden(box) {
    const isPrinted = !/^(off|none)$/.test(readings.view.get(`print-${box.value}`));
    return !box.checked || (!isPrinted && (isPaper || readings.view.get("preview") === "on"));
  }

  const hiddenLevels = () => boxes("levels").filter(box => !box.checked).map(box => box.value);

  /* The hidden layers; without entries of the levels that are shown, the layer of terms is one. */
  function hiddenLayers(isOfHiddenLevel) {
    const hidden = boxes("layers").filter(isHidden).map(kindOf);
    const terms = hiddenLevels().length ? [...document.querySelectorAll(".entry-term")] : [];
    const isWithoutTerms = terms.length && terms.every(isOfHiddenLevel);
    return isWithoutTerms && !hidden.includes("term") ? [...hidden, "term"] : hidden;
  }

  function setList(name, values) {
    if (values.length) root.dataset[name] = values.join(" ");
    else delete root.dataset[name];
  }

  const shown = () => [root.dataset.hiddenLayers, root.dataset.hiddenLevels].join(";");

  function show(isOpening) {
    const before = isOpening ? ";" : shown();
    const levels = hiddenLevels();
    const isOfHiddenLevel = entry =>
      levels.some(level => entry?.classList.contains(`level-${level}`));
    const layers = hiddenLayers(isOfHiddenLevel);
    setList("hiddenLayers", layers);
    setList("hiddenLevels", levels);
    // Without its line, a correction looks like the source, so the source's words are shown. Without
    // terms, there is no level to choose.
    const isLayerHidden = kind => boxes("layers").some(box => kindOf(box) === kind && isHidden(box));
    for (const [choice, kind] of [["words-shown", "correction"], ["levels", "term"]]) {
      const fields = panel()?.querySelector(`.${choice}`);
      if (fields) fields.disabled = isLayerHidden(kind);
    }
    if (shown() === before) return;
    // Hidden links look like plain text, so they must not be links.
    for (const link of document.querySelectorAll(".reading a.annotated")) {
      const entry = link.id.slice(3).replace(/\..*/, "");
      const isPlain = layers.includes("term") || isOfHiddenLevel(document.getElementById(entry));
      if (isPlain) link.removeAttribute("href");
      else link.href = `#${entry}`;
    }
  }

  /* An entry that the address names is shown even if its layer is hidden. */
  function ask() {
    for (const asked of document.querySelectorAll(".asked")) asked.classList.remove("asked");
    const named = document.getElementById(location.hash.slice(1))?.closest(".apparatus .entry");
    if (!named) return;
    named.classList.add("asked");
    named.parentElement.classList.add("asked");
    if (root.matches("[data-hidden-layers], [data-hidden-levels]")) named.scrollIntoView();
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
      const { show: asked } = target.dataset;
      if (!asked) return;
      const isAll = asked === "all";
      for (const box of boxes("layers")) box.checked = isAll;
      // A text without annotations has no use for levels; they stay as they are.
      if (isAll) for (const box of boxes("levels")) box.checked = true;
      readings.view.choose("layers", "levels");
    }, { signal });
    document.querySelector(".first-view button")?.addEventListener("click", () => {
      const { view } = readings;
      view.set("corrections", view.get("corrections") === "corrected" ? "printed" : "corrected");
      view.choose("corrections");
    }, { signal });
  });
})(window.readings);
