/* Finds the span of the source text that a selection covers. A paragraph of the page also holds marks
   and the like, which are skipped. */

(readings => {
  "use strict";

  const { texts } = readings;

  const LEFT_OUT = "\ufdd0"; // in a text, stands for words that are not published

  const isSource = node =>
    node.parentElement.closest("[data-paragraph]") && !node.parentElement.closest("[data-apparatus]");

  /* The span of a text that a range covers.

     Args:
       reading: the element that holds the text, or a part of it.
       range: what is selected.
       normalised: the whole text.
       paragraphs: where each of its paragraphs begins.

     Returns: {start, end, isCut}, or null where the range has no word of the text. isCut says that
     words outside the text were selected, too, or words before and after others that are left out. */
  function spanOf(reading, range, { source, isBoundary, trimmed }, paragraphs) {
    let start = null;
    let end = null;
    for (const block of reading.querySelectorAll("[data-paragraph]")) {
      if (!range.intersectsNode(block)) continue;
      let at = paragraphs[block.dataset.paragraph - 1];
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node.parentElement.closest(".left-out")) at++;
        if (!isSource(node)) continue;
        const size = node.data.length;
        if (range.intersectsNode(node)) {
          const from = range.startContainer === node ? range.startOffset : 0;
          const to = range.endContainer === node ? range.endOffset : size;
          if (from < to) {
            start ??= at + from;
            end = at + to;
          }
        }
        at += size;
      }
    }
    if (start === null) return null;
    const gap = source.slice(start, end).indexOf(LEFT_OUT);
    if (gap >= 0) end = start + gap;
    const seen = trimmed(start, end);
    if (!seen) return null;
    while (!isBoundary(seen.start)) seen.start--;
    while (!isBoundary(seen.end)) seen.end++;
    return { ...seen, isCut: gap >= 0 || reachesOut(reading, range) };
  }

  /* Whether a range has words before or after a text. */
  function reachesOut(reading, range) {
    const before = range.cloneRange();
    before.setEndBefore(reading);
    const after = range.cloneRange();
    after.setStartAfter(reading);
    return Boolean(`${before}${after}`.trim());
  }

  texts.spanOf = spanOf;
})(window.readings);
