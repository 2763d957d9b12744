/* An index in pieces. A search fetches the pieces in which it should find most, and looks for the words
   in them as in a whole index. */

(searching => {
  "use strict";

  const AT_ONCE = 8; // pieces
  const LEAST = 1 / 4; // of what the best piece may have
  const [ALL_WORDS, PHRASE] = [1, 3]; // as search-ranking.js values them
  const IN_TITLE = 4;

  /* As in a whole index: the pages written by hand, which are in one bundle, then the others by name. */
  function byOrder({ order: [page, number] }, { order: [otherPage, otherNumber] }) {
    return page === otherPage ? number - otherNumber : page < otherPage ? -1 : 1;
  }

  /* The index that some settings describe, which reads the same as a whole one. */
  searching.inPieces = (settings, prepare) => {
    const { bundles, pieces, common, collections = [] } = settings;
    const pages = new Map();
    const fetched = new Map();
    let pagefind = null;

    /* The documents of a piece, and its place among all: its page, and its place in its bundle. */
    async function read(get) {
      const { order, meta } = await get();
      if (!pages.has(meta.page.location)) pages.set(meta.page.location, meta.page);
      const page = pages.get(meta.page.location);
      const documents = meta.entries.map(doc => {
        // A second document may have the address of the page: what the generator says of a reading.
        const isPage = doc.location === page.location && doc.title === page.title;
        return Object.assign(prepare(isPage ? page : doc), { page, isPage });
      });
      return { order, documents };
    }

    function documentsOf({ id, get }) {
      if (!fetched.has(id)) fetched.set(id, read(get));
      return fetched.get(id);
    }

    const isCommon = word => Object.hasOwn(common, word);

    /* A query of two words without one that is so common that what Pagefind knows of it is large. In
       a longer one, it tells where the words follow one another. */
    function withoutCommon(query) {
      const words = query.words.filter(({ word }) => !isCommon(word));
      return words.length === 1 && query.words.length === 2 ? { ...query, words, phrase: [] } : query;
    }

    /* The words of a query, each with the pieces that may have it. */
    async function wordsOf(query, collection) {
      const asked = await pagefind;
      const inside = collection ? await asked.ofCollection(collection) : null;
      const words = query.words.length
        ? await asked.ofWords(query)
        : [{ word: "", found: await asked.ofSigns(query), titles: new Map() }];
      const isInside = ([id]) => !inside || inside.has(id);
      return words.map(({ word, found, titles }) => {
        const those = new Map([...found].filter(isInside));
        return { word, found: those, titles, rarity: searching.rarity(those.size, pieces) };
      });
    }

    /* The pieces that may have what is sought, those first that should have most of it. */
    async function candidates(query, words) {
      const phrase = query.phrase.length || words.length === 1 ? await (await pagefind).ofPhrase(query) : new Map();
      const total = words.reduce((sum, { rarity }) => sum + rarity, 0);
      const valued = Array.from(new Map(words.flatMap(({ found }) => [...found])), ([id, get]) => {
        const had = words.filter(({ found }) => found.has(id));
        const coverage = had.reduce((sum, { rarity }) => sum + rarity, 0) / total;
        const inTitles = had.reduce((sum, { rarity, titles }) => sum + (titles.has(id) ? rarity : 0), 0) / total;
        const tier = had.length < words.length ? 0 : phrase.has(id) ? PHRASE : ALL_WORDS;
        const score = searching.tiered(tier, coverage, had.length / words.length) + IN_TITLE * inTitles;
        return { id, get, coverage, score };
      });
      const most = valued.reduce((best, { coverage }) => Math.max(best, coverage), 0);
      return valued
        .filter(({ coverage }) => coverage >= most * LEAST)
        .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
    }

    /* Documents that answer a query, what is known of all others, and whether there may be more.
       `rounds` says how often more was asked for. */
    async function find(query, { collection, rounds = 0 }) {
      await (pagefind ??= searching.pagefind(bundles, isCommon));
      const asked = withoutCommon(query);
      const words = await wordsOf(asked, collection);
      const found = await candidates(asked, words);
      const chosen = found.slice(0, AT_ONCE * (1 + rounds));
      const parts = await Promise.all(chosen.map(documentsOf));
      parts.sort(byOrder);
      const all = collections.find(({ id }) => id === collection)?.entries ?? settings.entries;
      const times = new Map(words.map(({ word, found }) => {
        return [word, found.size / Math.max(1, chosen.filter(({ id }) => found.has(id)).length)];
      }));
      const estimated = (word, count) => {
        return isCommon(word) ? (common[word] * all) / settings.entries : count * (times.get(word) ?? 1);
      };
      return {
        documents: parts.flatMap(({ documents }) => documents),
        known: { all, estimated },
        hasMore: found.length > chosen.length,
      };
    }

    return { find };
  };
})(window.readings.searching);
