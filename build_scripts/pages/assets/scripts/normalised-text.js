/* Folds what does not count when words are compared, and finds the way back to the characters of the
   text, as normalise.py and looser.py in text/ do.

   Offsets count UTF-16 code units, like all offsets in JavaScript. */

(readings => {
  "use strict";

  const FOLDED = [
    ["'", "\u2018-\u201b\u275b\u275c\uff07`\u00b4\u1fef\u1ffd\uff40\u02b9\u02bb-\u02bf\u0374\u1fbd\u1fbf\u1ffe\u055a\u05f3\u07f4\u07f5\ua78b\ua78c\u2032\u2035"],
    ['"', "\u201c-\u201f\u2e42\u275d\u275e\uff02\u02ba\u02ee\u05f4\u2033\u2036\u301d-\u301f"],
    ["-", "\u2010\u2011\ufe63\uff0d\u058a\u05be\u1806\u2212\u02d7"],
    [" ", "\\t-\\r\\x1c-\\x1f\\x85\\xa0\u1680\u2000-\u200a\\u2028\\u2029\u202f\u205f\u3000"],
  ].map(([plain, others]) => [plain, new RegExp(`[${others}]`, "g")]);
  const MORE_QUOTES = [
    ['"', /[«»「」『』\ufe41-\ufe44\uff62\uff63]/g],
    ["'", /[‹›]/g],
  ];

  const STANDING =
    "\\xad\\u061c\\u180e\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff0-\\ufff8" +
    "\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e001f}\\u{e0080}-\\u{e00ff}\\u{e01f0}-\\u{e0fff}";
  const ATTACHED =
    "\\u034f\\u17b4\\u17b5\\u180b-\\u180d\\u180f\\u200c\\u200d\\ufe00-\\ufe0f\\u{e0020}-\\u{e007f}\\u{e0100}-\\u{e01ef}";
  const UNSEEN = new RegExp(`[${ATTACHED}]`, "gu");
  const UNSEEN_IN_PICTURES = /[\ufe00-\ufe0f]/gu;
  const PICTURE = /\p{Extended_Pictographic}/u;
  const BETWEEN_WORDS = new RegExp(
    `(?: *[${STANDING}]|  | [${ATTACHED}]|^[${ATTACHED}])[ ${STANDING}${ATTACHED}]*`,
    "gu"
  );
  const WORDS = new RegExp(`[^ ${STANDING}${ATTACHED}][^ ${STANDING}]*`, "gu");
  /* What would be composed with the character before it, if nothing stood between the two. */
  const COMPOSES = /[\p{M}\u200c\u200d\u1160-\u11ff\ud7b0-\ud7ff\uff9e\uff9f\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}]/uy;
  const PAIRS = /''|,,|<<|>>/g;
  const STRETCHES = /[\u0640\u07fa]/g;
  const CHOICES = ["join", "keep", ""];
  const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });
  let betweenIdeographs = null;

  const replaced = (text, table) => table.reduce((done, [plain, others]) => done.replace(others, plain), text);
  const folded = text => replaced(text, FOLDED);
  const BLANKS = new RegExp(`(?:${FOLDED.at(-1)[1].source}| )+`, "g");

  /* The words on one line, and otherwise as they are. */
  const oneLine = words => words.replace(BLANKS, " ").replace(/^ | $/g, "");

  const seen = cluster =>
    cluster.replace(PICTURE.test(cluster) ? UNSEEN_IN_PICTURES : UNSEEN, "").normalize();

  /* A cluster without marks that only learners need. */
  const without = marks => cluster => {
    const apart = seen(cluster.replace(STRETCHES, "")).normalize("NFD");
    const first = apart.slice(0, 1).toLowerCase();
    const isLeft = mark => !marks.some(([letters, those]) => those.includes(mark) && (!letters || letters.includes(first)));
    return [...apart].filter(isLeft).join("").normalize();
  };

  /* What becomes of line ends inside words. */
  const leftOut = lineEnds =>
    lineEnds
      .filter(([, , , choice]) => choice)
      .map(([hyphen, start, end, choice]) => [choice === "join" ? hyphen : start, end, ""]);

  const inOrder = (one, other) => one[0] - other[0] || one[1] - other[1];

  /* The changes that overlap none before them. */
  function apart(changes) {
    let reached = 0;
    return changes.sort(inOrder).filter(([start, end]) => {
      const isApart = start >= reached;
      if (isApart) reached = end;
      return isApart;
    });
  }

  /* All changes of a folded text: start, end, and what stands there instead. */
  function changesOf(text, settled, compose) {
    const changes = [];
    for (const { 0: run, index } of text.matchAll(BETWEEN_WORDS)) {
      changes.push([index, index + run.length, run.includes(" ") ? " " : ""]);
    }
    for (const { 0: word, index } of text.matchAll(WORDS)) {
      if (/^[\x20-\x7e]*$/.test(word)) continue;
      for (const { segment, index: inside } of segmenter.segment(word)) {
        const composed = compose(segment);
        if (composed !== segment) changes.push([index + inside, index + inside + segment.length, composed]);
      }
    }
    let place = 0;
    const kept = changes.sort(inOrder).filter(([start, end]) => {
      while (place < settled.length && settled[place][1] <= start) place++;
      return place === settled.length || end <= settled[place][0];
    });
    return [...kept, ...settled].sort(inOrder);
  }

  /* A text in which pieces are changed. For each offset of the changed text, `starts` and `ends` say
     where its piece begins and ends in the source. */
  function changed(source, plain, changes) {
    let text = "";
    const starts = [];
    const ends = [];
    let position = 0;
    function copy(until) {
      text += plain.slice(position, until);
      for (; position < until; position++) {
        starts.push(position);
        ends.push(position + 1);
      }
    }
    for (const [start, end, words] of changes) {
      copy(start);
      text += words;
      for (let at = 0; at < words.length; at++) {
        starts.push(start);
        ends.push(end);
      }
      position = end;
    }
    copy(source.length);

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

    /* Where an offset of the source lies in the text. An offset inside a piece counts as its
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

    /* The span of all that counts between two offsets of the source, or null. */
    function trimmed(start, end) {
      let [from, to] = [offset(start), offset(end)];
      if (starts[to] < end) to++;
      while (from < to && text[from] === " ") from++;
      while (to > from && text[to - 1] === " ") to--;
      return from < to ? sourceSpan(from, to) : null;
    }

    /* Whether a span begins and ends with something that counts, and with all of it. */
    function hasWhole({ start, end }) {
      const seen = trimmed(start, end);
      return seen?.start === start && seen.end === end;
    }

    /* The source's own characters in a span, on one line and without what was left out. */
    function words({ start, end }) {
      const pieces = [];
      for (const [first, last, instead] of changes) {
        if (first < start || last > end || instead.trim()) continue;
        COMPOSES.lastIndex = last;
        if (!instead && COMPOSES.test(source)) continue;
        pieces.push(source.slice(start, first), instead);
        start = last;
      }
      return oneLine(`${pieces.join("")}${source.slice(start, end)}`);
    }

    return { source, text, sourceSpan, span, offset, trimmed, hasWhole, words, isBoundary };
  }

  /* A normalised text.

     Args:
       source: the text.
       comparison: `lineEnds`, those inside its words, and `learnersMarks`, as the site hands them
         over; empty for words that somebody typed. */
  function normalise(source, { lineEnds = [], learnersMarks = [] } = {}) {
    const plain = folded(source);
    const settled = leftOut(lineEnds);
    const one = changed(source, plain, changesOf(plain, settled, seen));
    let forms = null;
    one.loosened = words => loose(words, [], learnersMarks).text;
    one.looser = () => (forms ??= looserForms(one, lineEnds, learnersMarks));
    return one;
  }

  /* The further forms in which a text is compared where nothing is found. */
  function looserForms({ source, text }, lineEnds, learnersMarks) {
    const ways = [lineEnds];
    if (lineEnds.length) ways.push(...CHOICES.map(choice => lineEnds.map(end => [...end.slice(0, 3), choice])));
    const forms = new Map();
    for (const way of ways) {
      const form = loose(source, way, learnersMarks);
      if (form.text !== text && !forms.has(form.text)) forms.set(form.text, form);
    }
    return [...forms.values()];
  }

  function loose(source, lineEnds, learnersMarks) {
    const plain = replaced(folded(source), MORE_QUOTES);
    const { ideographic } = readings.known;
    betweenIdeographs ??= new RegExp(`(?<=${ideographic}) +(?=${ideographic})`, "gu");
    const settled = leftOut(lineEnds);
    for (const { 0: pair, index } of plain.matchAll(PAIRS)) settled.push([index, index + pair.length, '"']);
    for (const { 0: run, index } of plain.matchAll(betweenIdeographs)) settled.push([index, index + run.length, ""]);
    return changed(source, plain, changesOf(plain, apart(settled), without(learnersMarks)));
  }

  const normaliseQuotation = words => normalise(words).text.replace(/^ +| +$/g, "");

  readings.texts = { normalise, normaliseQuotation, oneLine };
})(window.readings);
