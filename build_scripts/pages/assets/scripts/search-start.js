/* Begins the search when somebody searches: until then no page fetches anything for it.

   The theme has been handed something that only keeps its messages (mkdocs_plugin/theme_mending.py).
   This answers them in place of a worker until there is a query, and then passes them on. What the
   theme does not know, such as a chosen collection, is added to each query here. */

(readings => {
  "use strict";

  const { __searching: waiting } = window;
  const [READY, QUERY, RESULT] = [1, 2, 3];
  const chosen = {};
  let worker = null;
  let typed = "";

  const tell = data => waiting.dispatchEvent(new MessageEvent("message", { data }));

  function begun() {
    const { features } = JSON.parse(document.getElementById("__config").textContent);
    chosen.suggest = features.includes("search.suggest");
    const begins = new Worker(waiting.url);
    begins.addEventListener("message", ({ data }) => {
      tell(data);
      if (data.config?.words) readings.load("search-panel.js").then(() => readings.showSearchPanel(data, choices));
    });
    return begins;
  }

  function ask() {
    worker ??= begun();
    worker.postMessage({ ...chosen, type: QUERY, data: typed });
  }

  /* What a reader may choose: the id of a collection, or none; and to look in more places. */
  const choices = {
    collection(id) {
      Object.assign(chosen, { collection: id, rounds: 0 });
      ask();
    },
    more() {
      chosen.rounds += 1;
      ask();
    },
  };

  function take({ type, data }) {
    if (type !== QUERY) return;
    [typed, chosen.rounds] = [data, 0];
    if (worker || typed.trim()) ask();
    else queueMicrotask(() => tell({ type: RESULT, data: { items: [] } })); // as a worker: later
  }

  if (waiting) {
    waiting.postMessage = take;
    tell({ type: READY });
    waiting.posted.forEach(take);
  }
})(window.readings);
