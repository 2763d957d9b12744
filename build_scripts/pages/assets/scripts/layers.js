/* Which layers of annotations are shown, and whether the text stands as printed or as corrected.

   The address (`?layers=notes,terms`, `?layers=none`, `?corrections=corrected`) takes precedence over
   the choice that was kept, and that over how the reading opens. Style sheets do the rest, by
   `data-hidden-layers` and `data-corrections`. */

((readings) => {
  "use strict";

  const KINDS = ["note", "term", "cross-reference", "correction"];
  const VIEWS = ["printed", "corrected"];
  const root = document.documentElement;
  // `chosen` is null until the reader has chosen a view; `opens` is the one that the page opens with.
  const state = { hidden: new Set(), chosen: null, opens: "printed", corrected: false };

  /* In addresses and in storage, a layer has the name of its kind in the plural. */
  function named() {
    const shown = KINDS.filter((kind) => !state.hidden.has(kind));
    return shown.length === KINDS.length ? null : shown.map((kind) => `${kind}s`).join() || "none";
  }

  function recall() {
    const address = new URLSearchParams(location.search);
    const names = address.get("layers") ?? readings.kept("layers");
    const shown = KINDS.filter((kind) => names?.split(",").includes(`${kind}s`));
    // An unknown name hides nothing.
    const says = shown.length || names === "" || names === "none";
    state.hidden = new Set(says ? KINDS.filter((kind) => !shown.includes(kind)) : []);
    const choices = [address.get("corrections"), readings.kept("corrections")];
    state.chosen = choices.find((view) => VIEWS.includes(view)) ?? null;
    state.corrected = (state.chosen ?? state.opens) === "corrected";
  }

  function remember() {
    const address = new URL(location);
    const { chosen, opens } = state;
    for (const [name, kept, shared] of [
      ["layers", named(), named()],
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

  function show(panel) {
    const { hidden, corrected } = state;
    root.toggleAttribute("data-hidden-layers", hidden.size);
    if (hidden.size) root.dataset.hiddenLayers = [...hidden].join(" ");
    root.toggleAttribute("data-corrections", corrected);
    if (corrected) root.dataset.corrections = "corrected";
    // Hidden links look like plain text, so they must not be links.
    for (const link of document.querySelectorAll(".reading a.annotated")) {
      if (hidden.has("term")) link.removeAttribute("href");
      else link.href = `#${link.id.slice(3).replace(/\..*/, "")}`;
    }
    for (const input of panel?.querySelectorAll("input") ?? []) {
      input.checked =
        input.type === "radio"
          ? (input.value === "corrected") === corrected
          : !hidden.has(input.value);
    }
    // Without its line, a correction looks like the source, so the source's words are shown.
    const words = panel?.querySelector("fieldset");
    if (words) words.disabled = hidden.has("correction");
    document.dispatchEvent(new Event("readings:layout"));
  }

  /* An entry that the address names is shown even if its layer is hidden. */
  function ask() {
    for (const asked of document.querySelectorAll(".asked")) asked.classList.remove("asked");
    const named = document.getElementById(location.hash.slice(1))?.closest(".apparatus .entry");
    if (!named) return;
    named.classList.add("asked");
    named.parentElement.classList.add("asked");
    if (state.hidden.size) named.scrollIntoView();
  }

  readings.onPage((signal) => {
    const panel = document.getElementById("tools-layers");
    const wasPlain = !root.matches("[data-hidden-layers], [data-corrections]");
    state.opens = panel?.querySelector("[type=radio][checked]")?.value ?? "printed";
    recall();
    // Other pages have nothing to choose.
    if (!document.querySelector(".reading-tools")) {
      state.hidden.clear();
      state.corrected = false;
    }
    if (!wasPlain || state.hidden.size || state.corrected || state.opens === "corrected") show(panel);
    ask();
    addEventListener("hashchange", ask, { signal });

    const view = (name) => {
      state.chosen = name;
      state.corrected = name === "corrected";
    };
    const choose = (event) => {
      const { type, value, checked, dataset } = event.target;
      if (type === "radio") view(value);
      else if (type === "checkbox") state.hidden[checked ? "delete" : "add"](value);
      else if (dataset.show) state.hidden = new Set(dataset.show === "all" ? [] : KINDS);
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
