/* Leads from an address on a long list to the part of the list on which the entry stands now. What
   stands where is in a file beside the list (render/lists/list_parts.py). */

(readings => {
  "use strict";

  readings.places = {};

  readings.onPage(signal => {
    const list = document.querySelector("[data-places]");
    if (!list) return;
    const { places, files } = list.dataset;

    async function lead() {
      const hash = location.hash.slice(1);
      const id = decoded(hash);
      if (!id || document.getElementById(id)) return;
      const sum = [...id].reduce((total, letter) => total + letter.codePointAt(0), 0);
      const { href } = new URL(`${places}${sum % files}.js`, location);
      await readings.load(href);
      const parts = Object.entries(readings.places[href] ?? {});
      const [part] = parts.find(([, ids]) => ids.split(" ").includes(id)) ?? [];
      if (part) location.replace(new URL(`${part}#${hash}`, href));
    }

    addEventListener("hashchange", lead, { signal });
    lead();
  });

  function decoded(hash) {
    try {
      return decodeURIComponent(hash);
    } catch {
      return hash; // somebody's own address
    }
  }
})(window.readings);
