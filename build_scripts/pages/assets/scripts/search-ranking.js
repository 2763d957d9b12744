/* Finds and ranks the documents of a search index that have the words of a query.

   A phrase that stands in a document as it was typed comes before the same words apart, and these
   before some of the words. A rare word counts more than a common one. */

(searching => {
  "use strict";

  const { WHOLE } = searching;
  const [ALL_WORDS, PHRASE_BEGUN, PHRASE] = [1, 2, 3];
  const TIER = 25; // more than all that follows can weigh
  const COVERAGE = 10;
  const LITERAL = 5;
  const IS_PAGE = 1;

  /* A document with its fields folded, for comparing. `fields` are those of the index's settings. */
  function prepared(doc, fields) {
    const found = [];
    for (const [name, { boost = 1 }] of fields) {
      const html = [doc[name] ?? ""].flat().join(" ");
      if (!html) continue;
      found.push({ texts: searching.readingsOf(searching.fold(searching.textOf(html))), weight: 1 + Math.log10(boost) });
    }
    return { doc, fields: found };
  }

  /* How much it says that a document has a word which so many have (Robertson and Spärck Jones). */
  const rarity = (having, all) => Math.log(1 + (all - having + 0.5) / (having + 0.5));

  /* By document, how well it has a word, and the weight of the field that has it best. */
  function havingOf({ spellings }, documents) {
    const having = new Map();
    for (const document of documents) {
      let best = null;
      for (const { texts, weight } of document.fields) {
        const level = searching.level(spellings, texts);
        const value = (level / WHOLE) * weight;
        if (level && (!best || value > best.value)) best = { level: Math.max(level, best?.level ?? 0), value };
      }
      if (best) having.set(document, best);
    }
    return having;
  }

  /* The words to look for, each with the documents that have it. Instead of a word that no document
     has, a near one is looked for, unless the word is required; `typed` is what it stands for. */
  function soughtIn({ words, required }, documents, nearTo) {
    const find = word => ({ ...word, having: havingOf(word, documents) });
    return words.map(find).flatMap(word => {
      if (word.having.size) return [word];
      const others = searching.insteadOf(word).map(find).filter(({ having }) => having.size);
      if (others.length) return others;
      for (const near of required.has(word.word) ? [] : nearTo(word.word)) {
        const found = find({ word: near, whole: null, spellings: [near], typed: word.word });
        if (found.having.size) return [found];
      }
      return [word];
    });
  }

  const hasLiteral = ({ doc }, literal) =>
    [doc.title, doc.text].some(html => html && searching.asTyped(searching.textOf(html)).includes(literal));

  /* The documents that answer a query, best first: each with its score, the words that it has, those
     that it lacks, and whether it has the phrase. They may be some of more: then it is known how many
     there are in `all`, and about how many of those have a word, given how many of these have it.
     `nearTo` says which words are spelled nearly like one that they lack. */
  function ranked(query, documents, known = {}) {
    const { all = documents.length, estimated = (word, count) => count, nearTo = () => [] } = known;
    const words = soughtIn(query, documents, nearTo);
    if (!words.length) return ofSigns(query, documents);
    for (const word of words) {
      word.rarity = rarity(Math.min(estimated(word.word, word.having.size), all), all);
    }
    const total = words.reduce((sum, word) => sum + word.rarity, 0);
    const candidates = new Set(words.flatMap(({ having }) => [...having.keys()]));
    let hits = Array.from(candidates, document => {
      const had = words.filter(({ having }) => having.has(document));
      const coverage = had.reduce((sum, word) => sum + word.rarity, 0) / total;
      return { document, had, lacked: words.filter(word => !had.includes(word)), coverage };
    });
    const quoted = hits.filter(({ lacked }) => !lacked.some(({ word }) => query.required.has(word)));
    if (query.required.size && quoted.length) hits = quoted;
    const most = hits.reduce((best, { coverage }) => Math.max(best, coverage), 0);
    hits = hits.filter(({ coverage }) => coverage >= most / 2);
    for (const hit of hits) Object.assign(hit, scored(hit, query, total));
    return hits.sort((one, other) => other.score - one.score);
  }

  /* What most of a score is made of: two words of three come before the rarest one alone. */
  const tiered = (tier, coverage, part) => TIER * tier + (COVERAGE * (coverage + part)) / 2;

  function scored({ document, had, lacked, coverage }, query, total) {
    const phrase = query.phrase.length && !lacked.length
      ? document.fields.reduce((best, { texts }) => Math.max(best, searching.level(query.phrase, texts)), 0)
      : 0;
    const single = !query.phrase.length && had.length === 1 ? had[0].having.get(document).level : 0;
    const level = Math.max(phrase, single);
    const tier = lacked.length ? 0 : !level ? ALL_WORDS : level === WHOLE ? PHRASE : PHRASE_BEGUN;
    const value = had.reduce((sum, word) => sum + word.rarity * word.having.get(document).value, 0) / total;
    const literal = query.literal && hasLiteral(document, query.literal) ? LITERAL : 0;
    const page = document.isPage ? IS_PAGE : 0;
    const score = tiered(tier, coverage, had.length / (had.length + lacked.length)) + value + literal + page;
    return { score: score * (document.doc.boost ?? 1), hasPhrase: phrase > 0 };
  }

  /* The answers to a query without words, such as “§” or “🙂”. */
  function ofSigns({ literal }, documents) {
    if (!literal) return [];
    const found = documents.filter(document => hasLiteral(document, literal));
    return found.map(document => ({ document, had: [], lacked: [], hasPhrase: false, score: 1 }));
  }

  Object.assign(searching, { prepared, ranked, rarity, tiered });
})(window.readings.searching);
