/* Marks the words that a search has found at the place to which its hit leads.

   Browsers paint these marks (CSS Custom Highlight API), so the page stays as it is: its text, its
   selections and its addresses. A browser without them shows the place without marks. */

(readings => {
  "use strict";

  const { searching } = readings;
  const NAME = "found";
  const HEADINGS = "h1, h2, h3, h4, h5, h6";
  const BLOCKS = `${HEADINGS}, p, li, dt, dd, td, th, blockquote, figcaption, div`;

  /* The elements of a place: a heading is the place of the section below it. */
  function elementsOf(place) {
    const elements = [place];
    while (place.matches(HEADINGS) && elements.at(-1).nextElementSibling?.matches(`:not(${HEADINGS})`)) {
      elements.push(elements.at(-1).nextElementSibling);
    }
    return elements;
  }

  /* The text of a place without the marks and numbers of a paragraph, and the nodes it comes from. */
  function textOf(place) {
    const nodes = [];
    let text = "";
    let block = null;
    for (const element of elementsOf(place)) {
      const isSource = element.matches("[data-paragraph]");
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (isSource && node.parentElement.closest("[data-apparatus]")) continue;
        const own = node.parentElement.closest(BLOCKS);
        if (block && own !== block) text += "\n";
        block = own;
        nodes.push({ node, start: text.length });
        text += node.data;
      }
    }
    return { text, nodes };
  }

  function rangesOf({ text, nodes }, spans) {
    return spans.flatMap(([start, end]) =>
      nodes
        .filter(one => one.start < end && start < one.start + one.node.data.length)
        .map(({ node, start: begins }) => {
          const range = new Range();
          range.setStart(node, Math.max(0, start - begins));
          range.setEnd(node, Math.min(node.data.length, end - begins));
          return range;
        })
    );
  }

  /* Mark what a query found at a place, but of words apart only those that were marked in the hit.
     What was marked before is not marked any more. */
  readings.markFound = (query, marked, place) => {
    if (!window.CSS?.highlights) return;
    const { words, phrase } = searching.parsed(query);
    const inHit = marked.flatMap(one => searching.readingsOf(searching.fold(one)));
    const typed = words.filter(({ spellings }) => !inHit.length || searching.level(spellings, inHit));
    // A hit may have a word that is only near to what was typed.
    const sought = typed.length ? typed : searching.parsed(marked.join(" ")).words;
    const found = textOf(place);
    const spans = searching.foundIn(found.text, phrase, sought);
    CSS.highlights.set(NAME, new Highlight(...rangesOf(found, spans)));
  };
})(window.readings);
