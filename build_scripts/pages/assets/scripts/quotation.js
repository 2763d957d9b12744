/* Describes a passage by the shortest quotation that means it and nothing else, and finds the
   passages that a quotation may mean, as describe_span.py and matches.py in merge/anchors/ do. */

(readings => {
  "use strict";

  const { texts } = readings;
  const LONGEST_WORD = 30;
  const NOWHERE = -1;
  const LEFT_OUT = "\ufdd0"; // as in source_text.py
  /* In code points, as Python counts. */
  const size = (text, start, end) => [...text.slice(start, end)].length;
  const endBefore = (text, at) => (text[at - 1] === " " ? at - 1 : at);
  const startAfter = (text, at) => (text[at] === " " ? at + 1 : at);

  /* All passages that a quotation may mean, as spans of the source, in order. Only where there is
     none, the words are compared more loosely. */
  function findAll(normalised, { exact, prefix = "", suffix = "" }) {
    const words = [exact, prefix, suffix].map(texts.normaliseQuotation);
    const found = matches(normalised, ...words);
    if (found.length || !words[0]) return found;
    const loosened = words.map(normalised.loosened);
    const isSame = loosened.every((one, at) => one === words[at]);
    const further = new Map();
    for (const form of [...(isSame ? [] : [normalised]), ...normalised.looser()]) {
      for (const one of matches(form, ...loosened)) {
        if (normalised.hasWhole(one)) further.set(`${one.start} ${one.end}`, one);
      }
    }
    return [...further.values()].sort((one, other) => one.start - other.start || one.end - other.end);
  }

  function matches({ text, span }, words, before = "", after = "") {
    const found = [];
    for (let at = words ? text.indexOf(words) : -1; at >= 0; at = text.indexOf(words, at + 1)) {
      const end = at + words.length;
      const fits =
        text.slice(0, endBefore(text, at)).endsWith(before) && text.startsWith(after, startAfter(text, end));
      const passage = fits && span(at, end);
      if (passage) found.push(passage);
    }
    return found;
  }

  /* The quotation of a span, with the least context that makes it unique; null where an end of the
     span is white space, or cuts a character in two. */
  function describe(normalised, passage) {
    const exact = normalised.words(passage);
    const isPassage = one => one.start === passage.start && one.end === passage.end;
    const found = matches(normalised, texts.normaliseQuotation(exact));
    if (!found.some(isPassage)) return null;
    const rivals = found.filter(one => !isPassage(one));
    if (!rivals.length) return { exact };
    const [from, to] = shortestContext(normalised, passage, rivals);
    const prefix = context(normalised, { start: from, end: passage.start });
    const suffix = context(normalised, { start: passage.end, end: to });
    return { exact, ...(prefix && { prefix }), ...(suffix && { suffix }) };
  }

  /* The same in a text of which not all is published. Nobody knows here whether its words are unique:
     so the paragraph is named where it may be, and the context ends where words are left out.

     Args:
       source: the text as it is handed to the page. */
  function describeIn(source, normalised, passage) {
    const target = describe(normalised, passage);
    if (!source.partly || !target) return target;
    const prefix = target.prefix?.split(LEFT_OUT).pop().trimStart();
    const suffix = target.suffix?.split(LEFT_OUT)[0].trimEnd();
    const paragraph = source.partly.namesParagraphs && source.paragraphs.findLastIndex(start => start <= passage.start) + 1;
    return { exact: target.exact, ...(prefix && { prefix }), ...(suffix && { suffix }), ...(paragraph && { paragraph: String(paragraph) }) };
  }

  /* The words of a span; white space at an edge stays, as one space. */
  function context({ text, offset, words }, span) {
    const line = words(span);
    const part = text.slice(offset(span.start), offset(span.end));
    return line && (part.startsWith(" ") ? " " : "") + line + (part.endsWith(" ") ? " " : "");
  }

  function shortestContext(normalised, passage, rivals) {
    const { text } = normalised;
    const [start, end] = [normalised.offset(passage.start), normalised.offset(passage.end)];
    const [left, right] = [endBefore(text, start), startAfter(text, end)];
    const shared = new Map();
    for (const rival of rivals) {
      const before = sharedLeft(text, left, endBefore(text, normalised.offset(rival.start)));
      const after = sharedRight(text, right, startAfter(text, normalised.offset(rival.end)));
      shared.set(`${before} ${after}`, [before, after]);
    }
    const needs = [...shared.values()].map(([before, after]) => [
      prefixStart(normalised, left - before - 1, start),
      suffixEnd(normalised, right + after, end),
    ]);
    needs.sort(inOrder);
    const choices = [];
    let reached = right;
    // The suffix excludes the first few rivals, the prefix the rest.
    for (const [from, to] of [...needs, [left, right]]) {
      if (from !== NOWHERE) {
        const length = size(text, from, left) + size(text, right, reached);
        choices.push([length, (from < left) + (reached > right), from, reached]);
      }
      if (to === NOWHERE) break;
      reached = Math.max(reached, to);
    }
    const [, , from, to] = choices.sort(inOrder)[0];
    return [
      from < left ? normalised.sourceSpan(from, start).start : passage.start,
      to > right ? normalised.sourceSpan(end, to).end : passage.end,
    ];
  }

  function inOrder(one, other) {
    const index = one.findIndex((value, at) => value !== other[at]);
    return index < 0 ? 0 : one[index] - other[index];
  }

  function sharedLeft(text, end, otherEnd) {
    let count = 0;
    while (count < Math.min(end, otherEnd) && text[end - count - 1] === text[otherEnd - count - 1]) count++;
    return count;
  }

  function sharedRight(text, start, otherStart) {
    let count = 0;
    const most = text.length - Math.max(start, otherStart);
    while (count < most && text[start + count] === text[otherStart + count]) count++;
    return count;
  }

  let borders = null; // on either side of a character

  /* Whether a reader accepts a cut between two spaces: beside a character of a script without spaces
     between words. */
  function mayCut(text, at) {
    const { withoutSpaces } = readings.known;
    borders ??= new RegExp(`(?<=${withoutSpaces})|(?=${withoutSpaces})`, "uy");
    borders.lastIndex = at;
    return borders.test(text);
  }

  /* The nearest beginning of a readable prefix that reaches back to an offset at least. */
  function prefixStart(normalised, offset, start) {
    const { text } = normalised;
    for (;;) {
      if (text[offset] === " ") offset--;
      if (offset < 0) return NOWHERE;
      if (/[\udc00-\udfff]/.test(text[offset])) offset--; // the second half of a surrogate pair
      const word = offset && text.lastIndexOf(" ", offset - 1) + 1;
      const anywhere = size(text, word, offset) >= LONGEST_WORD;
      for (let cut = offset; cut >= word; cut--) {
        if ((cut === word || anywhere || mayCut(text, cut)) && normalised.span(cut, start)) return cut;
      }
      if (word <= 1) return word;
      offset = word - 1;
    }
  }

  /* The nearest end of a readable suffix that reaches beyond an offset at least. */
  function suffixEnd(normalised, offset, end) {
    const { text } = normalised;
    for (;;) {
      if (text[offset] === " ") offset++;
      if (offset >= text.length) return NOWHERE;
      const space = text.indexOf(" ", offset);
      const wordEnd = space < 0 ? text.length : space;
      const anywhere = size(text, offset, wordEnd) > LONGEST_WORD;
      for (let cut = offset + 1; cut <= wordEnd; cut++) {
        if ((cut === wordEnd || anywhere || mayCut(text, cut)) && normalised.span(end, cut)) return cut;
      }
      if (wordEnd >= text.length - 1) return wordEnd;
      offset = wordEnd;
    }
  }

  Object.assign(texts, { findAll, describe, describeIn });
})(window.readings);
