/* Hands what was searched over to the place where a hit leads, which may be on another page. */

(readings => {
  "use strict";

  const NAME = "readings.found";

  function stored() {
    try {
      return JSON.parse(sessionStorage.getItem(NAME)) ?? {};
    } catch {
      return {};
    }
  }

  function store(value) {
    try {
      sessionStorage.setItem(NAME, JSON.stringify(value));
    } catch {
      // Then the words are not marked.
    }
  }

  async function markFound() {
    const { address, query, marked } = stored();
    if (address !== location.href) return;
    store(null);
    await readings.load("found-words.js");
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    readings.markFound(query, marked, place ?? document.querySelector(".md-content"));
  }

  readings.onPage(signal => {
    markFound();
    window.addEventListener("hashchange", markFound, { signal });
    document.addEventListener("click", event => {
      const link = event.target.closest(".md-search-result__link");
      if (!link) return;
      const marked = Array.from(link.querySelectorAll("mark"), mark => mark.textContent);
      store({ address: link.href, query: document.querySelector(".md-search__input").value, marked });
      if (link.href === location.href) markFound();
    }, { signal });
  });
})(window.readings);
