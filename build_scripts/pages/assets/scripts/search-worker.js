/* The search of Material for MkDocs, in a worker or, in the offline edition, in a frame.

   Material hands over the index when a page opens, and then each query. The messages are its own.
   The index is prepared at the first query, so a page that nobody searches costs nothing. */

(searching => {
  "use strict";

  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
  let index = { config: { fields: {} }, docs: [], options: {} };
  let documents = null;

  /* The documents of an index. The first one of each page stands for the page. */
  function preparedIndex({ config, docs }) {
    const fields = Object.entries(config.fields);
    const pages = new Map();
    return docs.map(doc => {
      const [path] = doc.location.split("#");
      const isPage = !pages.has(path);
      if (isPage) pages.set(path, doc);
      return Object.assign(searching.prepared(doc, fields), { page: pages.get(path), isPage });
    });
  }

  function answer(typed) {
    const query = searching.parsed(typed);
    if (!query.words.length && !query.literal) return { items: [], suggest: [] };
    documents ??= preparedIndex(index);
    const hits = searching.ranked(query, documents);
    const suggest = index.options?.suggest ? { suggest: searching.suggestions(hits, typed) } : {};
    return { items: searching.grouped(hits, query), ...suggest };
  }

  function onMessage({ type, data }) {
    if (type === SETUP) {
      [index, documents] = [data, null];
      return { type: READY };
    }
    if (type === QUERY) return { type: RESULT, data: answer(data) };
    return null;
  }

  searching.answer = onMessage;
  globalThis.addEventListener?.("message", ({ data }) => {
    const reply = data && onMessage(data);
    if (reply) globalThis.postMessage(reply);
  });
})(window.readings.searching);
