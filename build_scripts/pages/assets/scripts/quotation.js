/* From a passage to the shortest quotation that means it and nothing else, and from a quotation to
   the passages that it may mean, as merge/anchors/describe_span.py and matches.py have it. */

(readings => {
  "use strict";

  const { texts } = readings;
  const LONGEST_WORD = 30;
  const NOWHERE = -1;
  // Scripts written without spaces between words, as text/scripts_without_spaces.py has them: there,
  // context grows by characters.
  const SCRIPTS = "Han Hiragana Katakana Bopomofo Yi Tibetan Thai Lao Khmer Myanmar Tai_Le New_Tai_Lue"
    + " Tai_Tham Tai_Viet Ahom Balinese Javanese";
  const PROPERTIES = SCRIPTS.split(" ").map(name => `\\p{scx=${name}}`).join("");
  const WITHOUT_SPACES = `(?![\0-\u0dff])[${PROPERTIES}]`;
  const ENDS_WITHOUT = new RegExp(`${WITHOUT_SPACES}$`, "u");
  const BEGINS_WITHOUT = new RegExp(`^${WITHOUT_SPACES}`, "u");

  const endBefore = (text, at) => (text[at - 1] === " " ? at - 1 : at);
  const startAfter = (text, at) => (text[at] === " " ? at + 1 : at);

  /* All passages that a quotation may mean, as spans of the source, in order. */
  function findAll(normalised, { exact, prefix = "", suffix = "" }) {
    const { text, span } = normalised;
    const [words, before, after] = [exact, prefix, suffix].map(texts.normaliseQuotation);
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

  /* The quotation of a span, with as much around it as makes it the only one. */
  function describe(normalised, passage) {
    const { source } = normalised;
    const exact = texts.oneLine(source.slice(passage.start, passage.end));
    const matches = findAll(normalised, { exact });
    const rivals = matches.filter(one => one.start !== passage.start || one.end !== passage.end);
    if (rivals.length === matches.length) return null;
    if (!rivals.length) return { exact };
    const [from, to] = shortestContext(normalised, passage, rivals);
    const prefix = context(source.slice(from, passage.start));
    const suffix = context(source.slice(passage.end, to));
    return { exact, ...(prefix && { prefix }), ...(suffix && { suffix }) };
  }

  /* On one line; white space at an edge stays, as one space. */
  function context(words) {
    const line = texts.oneLine(words);
    return line && (texts.isBlank(words[0]) ? " " : "") + line + (texts.isBlank(words.at(-1)) ? " " : "");
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
        choices.push([left - from + reached - right, (from < left) + (reached > right), from, reached]);
      }
      if (to === NOWHERE) break;
      reached = Math.max(reached, to);
    }
    const [, , from, to] = choices.sort(inOrder)[0];
    return [
      from < left ? normalised.span(from, start).start : passage.start,
      to > right ? normalised.span(end, to).end : passage.end,
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

  /* Whether a person would not mind a cut inside of what stands between two spaces. */
  const mayCut = (text, at) =>
    ENDS_WITHOUT.test(text.slice(Math.max(0, at - 2), at)) || BEGINS_WITHOUT.test(text.slice(at, at + 2));

  /* The nearest beginning of a readable prefix that reaches back to an offset at least. */
  function prefixStart(normalised, offset, start) {
    const { text } = normalised;
    for (;;) {
      if (text[offset] === " ") offset--;
      if (offset < 0) return NOWHERE;
      const word = offset && text.lastIndexOf(" ", offset - 1) + 1;
      const anywhere = offset - word >= LONGEST_WORD;
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
      const anywhere = wordEnd - offset > LONGEST_WORD;
      for (let cut = offset + 1; cut <= wordEnd; cut++) {
        if ((cut === wordEnd || anywhere || mayCut(text, cut)) && normalised.span(end, cut)) return cut;
      }
      if (wordEnd >= text.length - 1) return wordEnd;
      offset = wordEnd;
    }
  }

  Object.assign(texts, { findAll, describe });
})(window.readings);
