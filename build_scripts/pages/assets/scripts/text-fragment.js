/* Addresses of passages: a text fragment (WICG, URL Fragment Text Directives) for selected words.

   Browsers look for the words in everything that the page shows, including marks. So each end of the
   fragment is taken from words without a mark between them. */

(readings => {
  "use strict";

  const AT_MOST = 80;
  const WORDS = 5;
  const BLOCK = "[data-paragraph]";

  const encoded = words => encodeURIComponent(words.trim()).replaceAll("-", "%2D");
  const first = (words, count) => words.trim().split(/\s+/).slice(0, count).join(" ");
  const last = (words, count) => words.trim().split(/\s+/).slice(-count).join(" ");

  /* The runs of source text without a mark between them, in the blocks that a reading has: the words
     of each run that are in the range, and those before and after them. */
  function runs(reading, range) {
    const found = [];
    const walker = document.createTreeWalker(reading, NodeFilter.SHOW_TEXT);
    let run = null;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const block = node.parentElement.closest(BLOCK);
      if (!block || node.parentElement.closest("[data-apparatus]")) {
        run = null;
        continue;
      }
      if (run?.block !== block) found.push((run = { block, before: "", words: "", after: "" }));
      const isIn = range.intersectsNode(node);
      const start = isIn && range.startContainer === node ? range.startOffset : 0;
      const stop = isIn && range.endContainer === node ? range.endOffset : node.data.length;
      if (isIn) {
        run.before += node.data.slice(0, start);
        run.words += node.data.slice(start, stop);
        run.after += node.data.slice(stop);
      } else run[run.words ? "after" : "before"] += node.data;
    }
    return found.filter(one => one.words.trim());
  }

  /* What a range holds of a reading, without marks: its words, its first and last paragraph, and the
     part of an address that leads to it. Null where it holds none. */
  function passageOf(reading, range) {
    if (!reading || !range || range.collapsed) return null;
    const found = runs(reading, range);
    const ends = found.filter(one => /[\p{L}\p{N}]/u.test(one.words));
    if (!ends.length) return null;
    const [head, tail] = [ends[0], ends.at(-1)];
    const [from, to] = [head, tail].map(one => one.block.dataset.paragraph);
    let words = "";
    for (const [index, one] of found.entries()) {
      words += (index && one.block !== found[index - 1].block ? " " : "") + one.words;
    }
    words = words.replace(/\s+/g, " ").trim();
    const isShort = found.length === 1 && words.length <= AT_MOST;
    const sought = isShort ? [words] : [first(head.words, WORDS), last(tail.words, WORDS)];
    const before = last(head.before, 3);
    const after = first(tail.after, 3);
    const directive = [before && `${encoded(before)}-`, ...sought.map(encoded), after && `-${encoded(after)}`];
    return { words, from, to, fragment: `#p${from}:~:text=${directive.filter(Boolean).join(",")}` };
  }

  readings.passageOf = passageOf;
})(window.readings);
