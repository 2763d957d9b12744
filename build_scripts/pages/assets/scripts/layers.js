/* Which layers of annotations and which levels of terms are shown, and whether the text stands as
   printed or as corrected.

   The address (`?layers=notes,terms`, `?layers=none`, `?levels=basic`, `?corrections=corrected`) takes
   precedence over the choice that was kept, and that over how the reading opens. Style sheets do the
   rest, by `data-hidden-layers`, `data-hidden-levels` and `data-corrections`. */

((readings) => {
  "use strict";

  const KINDS = ["note", "term", "cross-reference", "correction"];
  const LEVELS = ["basic", "expert"];
  const VIEWS = ["printed", "corrected"];
  const root = document.documentElement;
  // `chosen` is null until the reader has chosen a view; `opens` is the one that the page opens with.
  const state = { hidden: new Set(), levels: new Set(), chosen: null, opens: "printed", corrected: false };

  /* What is shown of some layers or levels, for addresses and storage; null for all of them. */
  function named(all, hidden, nameOf) {
    const shown = all.filter((one) => !hidden.has(one));
    return shown.length === all.length ? null : shown.map(nameOf).join() || "none";
  }

  /* The other way round: those that are hidden. An unknown name hides nothing. */
  function hiddenBy(names, all, nameOf) {
    const shown = all.filter((one) => names?.split(",").includes(nameOf(one)));
    const says = shown.length || names === "" || names === "none";
    return new Set(says ? all.filter((one) => !shown.includes(one)) : []);
  }

  /* A layer has the name of its kind in the plural there. */
  const inPlural = (kind) => `${kind}s`;
  const asItIs = (level) => level;

  function recall() {
    const address = new URLSearchParams(location.search);
    const said = (name) => address.get(name) ?? readings.kept(name);
    state.hidden = hiddenBy(said("layers"), KINDS, inPlural);
    state.levels = hiddenBy(said("levels"), LEVELS, asItIs);
    const choices = [address.get("corrections"), readings.kept("corrections")];
    state.chosen = choices.find((view) => VIEWS.includes(view)) ?? null;
    state.corrected = (state.chosen ?? state.opens) === "corrected";
  }

  function remember() {
    const address = new URL(location);
    const { chosen, opens } = state;
    const layers = named(KINDS, state.hidden, inPlural);
    const levels = named(LEVELS, state.levels, asItIs);
    for (const [name, kept, shared] of [
      ["layers", layers, layers],
      ["levels", levels, levels],
      ["corrections", chosen, chosen === opens ? null : chosen],
    ]) {
      readings.keep(name, kept);
      if (shared) address.searchParams.set(name, shared);
      else address.searchParams.delete(name);
    }
    address.search = address.search.replaceAll("%2C", ",");
    const before = CSS.escape(`${location.href.replace(/#.*/, "")}#`);
    history.replaceState(history.state, "", address);
    // Instant navigation has made links absolute, so with another query they would lead to another
    // page.
    for (const link of document.querySelectorAll(`a[href^="${before}"]`)) {
      link.search = address.search;
    }
  }

  /* Whether an entry is of a level that is hidden. */
  const isOfHiddenLevel = (entry) =>
    [...state.levels].some((level) => entry?.classList.contains(`level-${level}`));

  /* The hidden layers; without entries of the levels that are shown, the layer of terms is one. */
  function hiddenLayers() {
    const terms = state.levels.size ? [...document.querySelectorAll(".apparatus .entry-term")] : [];
    return new Set([...state.hidden, ...(terms.length && terms.every(isOfHiddenLevel) ? ["term"] : [])]);
  }

  function setList(name, values) {
    root.toggleAttribute(name, values.size);
    if (values.size) root.setAttribute(name, [...values].join(" "));
  }

  function show(panel) {
    const { hidden, levels, corrected } = state;
    setList("data-hidden-layers", hiddenLayers());
    setList("data-hidden-levels", levels);
    root.toggleAttribute("data-corrections", corrected);
    if (corrected) root.dataset.corrections = "corrected";
    // Hidden links look like plain text, so they must not be links.
    for (const link of document.querySelectorAll(".reading a.annotated")) {
      const entry = link.id.slice(3).replace(/\..*/, "");
      const isHidden =
        hidden.has("term") || (levels.size && isOfHiddenLevel(document.getElementById(entry)));
      if (isHidden) link.removeAttribute("href");
      else link.href = `#${entry}`;
    }
    for (const input of panel?.querySelectorAll("input") ?? []) {
      const { type, name, value } = input;
      input.checked =
        type === "radio"
          ? (value === "corrected") === corrected
          : !(name === "levels" ? levels : hidden).has(value);
    }
    // Without its line, a correction looks like the source, so the source's words are shown.
    for (const [choice, kind] of [
      [".words-shown", "correction"],
      [".levels", "term"],
    ]) {
      const fields = panel?.querySelector(choice);
      if (fields) fields.disabled = hidden.has(kind);
    }
    document.dispatchEvent(new Event("readings:layout"));
  }

  /* An entry that the address names is shown even if its layer is hidden. */
  function ask() {
    for (const asked of document.querySelectorAll(".asked")) asked.classList.remove("asked");
    const named = document.getElementById(location.hash.slice(1))?.closest(".apparatus .entry");
    if (!named) return;
    named.classList.add("asked");
    named.parentElement.classList.add("asked");
    if (state.hidden.size || state.levels.size) named.scrollIntoView();
  }

  readings.onPage((signal) => {
    const panel = document.getElementById("tools-layers");
    const wasPlain = !root.matches("[data-hidden-layers], [data-hidden-levels], [data-corrections]");
    state.opens = panel?.querySelector("[type=radio][checked]")?.value ?? "printed";
    recall();
    // Other pages have nothing to choose.
    if (!document.querySelector(".reading-tools")) {
      state.hidden.clear();
      state.levels.clear();
      state.corrected = false;
    }
    const isPlain = !(state.hidden.size || state.levels.size || state.corrected);
    if (!wasPlain || !isPlain || state.opens === "corrected") show(panel);
    ask();
    addEventListener("hashchange", ask, { signal });

    const view = (name) => {
      state.chosen = name;
      state.corrected = name === "corrected";
    };
    const choose = (event) => {
      const { type, name, value, checked, dataset } = event.target;
      const hidden = name === "levels" ? state.levels : state.hidden;
      if (type === "radio") view(value);
      else if (type === "checkbox") hidden[checked ? "delete" : "add"](value);
      else if (dataset.show === "none") state.hidden = new Set(KINDS);
      else if (dataset.show) [state.hidden, state.levels] = [new Set(), new Set()];
      else return;
      remember();
      show(panel);
    };
    const button = document.querySelector(".first-view button");
    button?.addEventListener(
      "click",
      () => {
        view(state.corrected ? "printed" : "corrected");
        remember();
        show(panel);
      },
      { signal },
    );
    panel?.addEventListener("change", choose, { signal });
    panel?.addEventListener("click", (event) => event.target.dataset.show && choose(event), {
      signal,
    });
  });
})(window.readings);
