/* Filters a list by typed words and chosen values. The form says what the items are
   (render/lists/filters.py). The address keeps the choice. */

(readings => {
  "use strict";

  const strokes = { đ: "d", ı: "i", ł: "l", ø: "o" };

  /* Without case and diacritics, including those that Unicode does not decompose. */
  const plain = words =>
    words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
      .replace(/[đıłø]/g, letter => strokes[letter]);

  readings.onPage(signal => {
    const form = document.querySelector(".filter");
    if (!form) return;
    const { items: selector, words } = form.dataset;
    const items = [...document.querySelectorAll(selector)];
    // Lines that only point to an item stand in the whole list: the filter finds the item itself.
    const pointers = [...document.querySelectorAll(".see-term")];
    const lines = [...items, ...pointers];
    const sections = new Set(lines.map(line => line.closest("section")).filter(Boolean));
    const controls = [...form.elements].filter(control => control.name);
    const names = new Set(controls.map(control => control.name));
    const searched = new Map();

    function wordsOf(item) {
      if (!searched.has(item)) {
        const parts = words ? [...item.querySelectorAll(words)] : [item];
        searched.set(item, plain(parts.map(part => part.textContent).join("\n")));
      }
      return searched.get(item);
    }

    /* The values of an item under a name; several stand in lines of their own. */
    const valuesOf = (item, name) =>
      item.closest(`[data-${name}]`)?.getAttribute(`data-${name}`).split("\n") ?? [];

    const chosen = () => [...new FormData(form)].filter(([, value]) => value.trim());

    function choose() {
      const wanted = new Map();
      for (const [name, value] of chosen()) wanted.set(name, [...(wanted.get(name) ?? []), value]);
      const sought = plain((wanted.get("q") ?? [""])[0]).split(/\s+/);
      wanted.delete("q");
      let shown = 0;
      for (const item of items) {
        item.hidden = !(
          [...wanted].every(([name, values]) =>
            valuesOf(item, name).some(value => values.includes(value))) &&
          sought.every(word => wordsOf(item).includes(word))
        );
        shown += !item.hidden;
      }
      for (const pointer of pointers) pointer.hidden = shown < items.length;
      for (const section of sections) {
        const inside = lines.filter(line => section.contains(line));
        section.hidden = inside.every(line => line.hidden);
        // The first entry of a letter may be among the hidden ones.
        const letters = section.querySelector(".letters");
        if (letters) letters.hidden = inside.some(line => line.hidden);
      }
      form.querySelector("[role=status] span").textContent = shown;
      form.querySelector(".nothing").hidden = shown > 0;
      form.querySelector("[type=reset]").hidden = shown === items.length;
    }

    function keepInAddress() {
      const address = new URL(location);
      for (const name of names) address.searchParams.delete(name);
      for (const [name, value] of chosen()) address.searchParams.append(name, value);
      try {
        history.replaceState(history.state, "", address);
      } catch {
        // Some browsers forbid this in a local folder.
      }
    }

    function fromAddress() {
      const parameters = new URLSearchParams(location.search);
      for (const control of controls) {
        const values = parameters.getAll(control.name);
        if (control.type === "checkbox") control.checked = values.includes(control.value);
        else control.value = values[0] ?? "";
      }
      choose();
    }

    /* A reader who follows a link to an item wants to see it. */
    function showTarget() {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target?.closest("[hidden]")) return;
      form.reset();
      choose();
      keepInAddress();
      target.scrollIntoView();
    }

    form.addEventListener("input", () => { choose(); keepInAddress(); }, { signal });
    form.addEventListener("reset", () => setTimeout(() => { choose(); keepInAddress(); }), { signal });
    form.addEventListener("submit", event => event.preventDefault(), { signal });
    addEventListener("hashchange", showTarget, { signal });
    fromAddress();
    showTarget();
  });
})(window.readings);
