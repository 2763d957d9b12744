/* The search of Material for MkDocs, in a worker or, in the offline edition, in a frame.

   The messages are Material's own. An index comes with one of them, or is fetched at the first query;
   it is prepared then, so a page that nobody searches costs nothing. An index of a large site only
   says where its pieces are. */

(searching => {
  "use strict";

  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
  const PAUSE = 150; // milliseconds in which another letter may be typed
  const addressOfIndex = () => new URL("../../search/search_index.json", globalThis.location);
  let index = null;
  let asked = 0;

  /* The documents of an index. The first one of each page stands for the page. */
  function inWhole(docs, prepare) {
    let documents = null;
    let nearTo = null;
    function prepared() {
      const pages = new Map();
      return docs.map(doc => {
        const [path] = doc.location.split("#");
        const isPage = !pages.has(path);
        if (isPage) pages.set(path, doc);
        return Object.assign(prepare(doc), { page: pages.get(path), isPage });
      });
    }
    function find(query, { collection }) {
      documents ??= prepared();
      nearTo ??= searching.nearWords(documents);
      const isInside = ({ page }) => page.collections?.split(" ").includes(collection);
      return { documents: collection ? documents.filter(isInside) : documents, known: { nearTo } };
    }
    return { find };
  }

  /* An index, given its content and a function for its address. */
  function opened({ config, docs, options }, addressOf) {
    const prepare = doc => searching.prepared(doc, Object.entries(config.fields));
    const bundles = config.bundles?.map(address => new URL(address, addressOf()).href);
    const entries = bundles ? searching.inPieces({ ...config, bundles }, prepare) : inWhole(docs, prepare);
    return { config, options, entries, waits: Boolean(bundles) };
  }

  async function fetched() {
    const response = await fetch(addressOfIndex());
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    return opened(await response.json(), addressOfIndex);
  }

  const pause = time => new Promise(resolve => setTimeout(resolve, time));

  /* The answer to what was typed; null if something else is asked by then. */
  async function answer(typed, chosen) {
    const query = searching.parsed(typed);
    const own = ++asked;
    if (!query.words.length && !query.literal) return { data: { items: [], suggest: [] } };
    const { config, options, entries, waits } = await (index ??= fetched());
    if (waits) await pause(PAUSE);
    if (own !== asked) return null;
    const { documents, known, hasMore } = await entries.find(query, chosen);
    if (own !== asked) return null;
    const hits = searching.ranked(query, documents, known);
    const suggest = options?.suggest || chosen.suggest ? { suggest: searching.suggestions(hits, typed) } : {};
    return { data: { items: searching.grouped(hits, query), ...suggest }, hasMore, config };
  }

  async function onMessage({ type, data, ...chosen }) {
    if (type === SETUP) {
      index = opened(data, addressOfIndex);
      return { type: READY };
    }
    if (type !== QUERY) return null;
    try {
      const found = await answer(data, chosen);
      return found && { type: RESULT, ...found };
    } catch (error) {
      const known = await index?.catch?.(() => null);
      index = null; // it may be there the next time
      console.error(error);
      return { type: RESULT, data: { items: [] }, hasFailed: true, config: known?.config };
    }
  }

  Object.assign(searching, { opened, answer: onMessage });
  globalThis.addEventListener?.("message", async ({ data }) => {
    const reply = data && (await onMessage(data));
    if (reply) globalThis.postMessage(reply);
  });
})(window.readings.searching);
