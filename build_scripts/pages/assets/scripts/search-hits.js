/* Writes the hits of a search as Material for MkDocs shows them: grouped by page, with marks. */

(searching => {
  "use strict";

  const AT_MOST = 500;
  const SHOWN_BLOCKS = 2;
  const COMMON = 1 / 4; // of the rarity of the rarest word

  /* The words without those that are much more common than others. */
  function telling(words, { had, lacked }) {
    const most = Math.max(...[...had, ...lacked].map(({ rarity }) => rarity));
    return words.filter(({ rarity }) => rarity >= most * COMMON);
  }

  /* The spans to mark in a text. */
  function spansToMark(text, query, hit) {
    if (hit.had.length) return searching.foundIn(text, hit.hasPhrase ? query.phrase : [], telling(hit.had, hit));
    const at = text.toLowerCase().indexOf(query.literal);
    return at < 0 ? [] : [[at, at + query.literal.length]];
  }

  /* Whether a part of a span is in a block of the HTML. */
  const isIn = ([start, end], [from, to], { starts }) => starts[end - 1] >= from && starts[start] < to;

  /* The HTML of a field with marks, and the first form in which each word stands there. */
  function markedField(html, query, hit, onlyBest) {
    const places = { starts: [], lengths: [] };
    const text = searching.textOf(html, places);
    const spans = spansToMark(text, query, hit);
    if (!spans.length) return { html, forms: [] };
    const forms = spans.map(([start, end]) => text.slice(start, end));
    const chosen = onlyBest ? bestBlocks(html, text, spans, places, hit) : [[0, html.length]];
    const pieces = chosen.map(([start, end]) => {
      return searching.marked(html, spans.filter(span => isIn(span, [start, end], places)), places, start, end);
    });
    return { html: pieces.join(""), forms };
  }

  /* The two blocks that have most of what was sought, in their order. */
  function bestBlocks(html, text, spans, places, hit) {
    const valued = searching.blocksOf(html).map(block => {
      const inside = spans.filter(span => isIn(span, block, places));
      const folded = inside.map(([start, end]) => searching.readingsOf(searching.fold(text.slice(start, end)))).flat();
      const had = hit.had.filter(({ spellings }) => searching.level(spellings, folded));
      const value = had.reduce((sum, { rarity }) => sum + rarity, 0);
      return { block, value: inside.length ? 1 + value : 0 };
    });
    const best = valued.filter(({ value }) => value).sort((one, other) => other.value - one.value).slice(0, SHOWN_BLOCKS);
    return best.map(({ block }) => block).sort((one, other) => one[0] - other[0]);
  }

  /* A hit as Material shows it. `terms` are the words that were found, as they stand there, and the
     words that were not, such as one for which a near one was found. */
  function item(hit, query) {
    const { names, also, collections, ...doc } = hit.document.doc;
    const title = markedField(doc.title ?? "", query, hit, false);
    const text = markedField(doc.text ?? "", query, hit, true);
    const found = new Set([...title.forms, ...text.forms].map(form => form.replace(/\s+/g, " ").trim()));
    const lacked = [...telling(hit.lacked, hit).map(({ word }) => word), ...hit.had.flatMap(({ typed }) => typed ?? [])];
    const terms = Object.fromEntries([...[...found].map(form => [form, true]), ...lacked.map(word => [word, false])]);
    return { ...doc, title: title.html, text: text.html, score: hit.score, terms };
  }

  /* The best hits, those of each page together, and the page itself with them. */
  function grouped(hits, query) {
    const pages = new Map();
    for (const hit of hits.slice(0, AT_MOST)) {
      const { page } = hit.document;
      if (!pages.has(page)) pages.set(page, []);
      pages.get(page).push(item(hit, query));
    }
    return Array.from(pages, ([page, items]) => {
      if (!items.some(({ location }) => location === page.location)) items.push({ ...page, score: 0, terms: {} });
      return items;
    });
  }

  /* How the last word that was typed may go on: as a word in the title of the best hit. */
  function suggestions(hits, typed) {
    const last = typed.split(/[\s-]+/).at(-1);
    const title = last && hits.length ? searching.textOf(hits[0].document.doc.title ?? "") : "";
    const word = title.split(/[\s-]+/).find(one => one.toLowerCase().startsWith(last.toLowerCase()));
    return word ? [last + word.slice(last.length)] : [];
  }

  Object.assign(searching, { grouped, suggestions });
})(window.readings.searching);
