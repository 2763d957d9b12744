/* Folds quotation marks, white space and composition of a text before quotations are compared with
   it, and finds the way back to its own characters, as merge/anchors/normalise.py does.

   Offsets count UTF-16 code units, like all offsets in JavaScript. */

(readings => {
  "use strict";

  const BLANK = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
  const PIECES = new RegExp(`([${BLANK}]+)|[^${BLANK}]+`, "g");
  const BLANKS = new RegExp(`[${BLANK}]+`, "g");
  const ONE_BLANK = new RegExp(`[${BLANK}]`);
  const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

  const folded = word => word.replace(/[\u2018-\u201b\u02bc]/g, "'").replace(/[\u201c-\u201f]/g, '"');

  /* The text with each run of white space as one space, and none at its edges. */
  const oneLine = text => text.replace(BLANKS, " ").replace(/^ | $/g, "");

  const isBlank = character => ONE_BLANK.test(character);

  /* A normalised text. A unit of the source is a character, a run of white space, or a cluster that
     was composed. For each offset of the normalised text, `starts` and `ends` say where its unit
     begins and ends in the source. */
  function normalise(source) {
    let text = "";
    const starts = [];
    const ends = [];
    function add(words, start, size) {
      text += words;
      for (let at = 0; at < words.length; at++) {
        starts.push(size ? start : start + at);
        ends.push(size ? start + size : start + at + 1);
      }
    }
    for (const { 0: piece, 1: blanks, index } of source.matchAll(PIECES)) {
      const word = folded(piece);
      if (blanks) add(" ", index, blanks.length);
      else if (word.normalize() === word) add(word, index);
      else {
        for (const { segment, index: inside } of segmenter.segment(word)) {
          const composed = segment.normalize();
          add(composed, index + inside, composed === segment ? 0 : segment.length);
        }
      }
    }
    const clusters = segmenter.segment(source);
    const isBoundary = at => at <= 0 || at >= source.length || clusters.containing(at).index === at;

    /* The characters of the source that became a part of the text. */
    const sourceSpan = (start, end) => ({ start: starts[start], end: ends[end - 1] });

    /* The same span, or null where an end of it cuts a character in two. */
    function span(start, end) {
      const cuts = at => at > 0 && at < text.length && starts[at] === starts[at - 1];
      if (cuts(start) || cuts(end)) return null;
      const found = sourceSpan(start, end);
      return isBoundary(found.start) && isBoundary(found.end) ? found : null;
    }

    /* Where an offset of the source lies in the text. An offset inside a unit counts as its
       beginning. */
    function offset(at) {
      let [low, high] = [0, text.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (ends[middle] > at) high = middle;
        else low = middle + 1;
      }
      return low;
    }

    return { source, text, sourceSpan, span, offset, isBoundary };
  }

  const normaliseQuotation = words => oneLine(normalise(words).text);

  readings.texts = { normalise, normaliseQuotation, oneLine, isBlank };
})(window.readings);
