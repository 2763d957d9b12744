/* Finds words in folded texts: from the beginning of a word, or anywhere in scripts without spaces. */

(searching => {
  "use strict";

  const MARK = /\p{M}/u;
  const [NOWHERE, BEGINNING, WHOLE] = [0, 1, 2];

  /* The two ways to read a folded text: with the parts of its words apart, and as one word. */
  function readingsOf(folded) {
    if (!folded.includes("-")) return [folded];
    return [folded.replaceAll("-", " "), folded.replaceAll("-", "")];
  }

  const endsAt = (text, end) =>
    text[end] === " " || searching.isUnspacedAt(text, end - 1) || searching.isUnspacedAt(text, end);

  /* Each place of some words in a text, by the offsets where it begins and ends. */
  function* placesOf(words, text) {
    const isAnywhere = searching.isUnspacedAt(words, 0);
    const sought = isAnywhere ? words : ` ${words}`;
    for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
      const end = at + sought.length;
      if (!MARK.test(text[end])) yield [isAnywhere ? at : at + 1, end];
    }
  }

  /* How well a text has some words: not at all, as the beginning of other words, or as they are. */
  function levelIn(words, text) {
    let level = NOWHERE;
    for (const [, end] of placesOf(words, text)) {
      if (endsAt(text, end)) return WHOLE;
      level = BEGINNING;
    }
    return level;
  }

  /* The best level of any spelling in any reading of a text. */
  function level(spellings, texts) {
    let best = NOWHERE;
    for (const words of spellings) {
      for (const text of texts) {
        best = Math.max(best, levelIn(words, text));
        if (best === WHOLE) return best;
      }
    }
    return best;
  }

  /* A text for finding places in it: its folded readings, and the way back from each of them. */
  function placed(text) {
    const places = { starts: [], ends: [] };
    const folded = searching.fold(text, places);
    const [apart, joined] = readingsOf(folded);
    const ways = [{ where: apart, ...places }];
    if (joined !== undefined) {
      const isKept = (_, at) => folded[at] !== "-";
      ways.push({ where: joined, starts: places.starts.filter(isKept), ends: places.ends.filter(isKept) });
    }
    return ways;
  }

  /* Where a text has any of some spellings, to the end of the last word. Where it has them as they
     are, what only begins with them is left out. */
  function spansIn(ways, spellings) {
    const found = { [BEGINNING]: [], [WHOLE]: [] };
    for (const words of spellings) {
      for (const { where, starts, ends } of ways) {
        for (let [start, end] of placesOf(words, where)) {
          const level = endsAt(where, end) ? WHOLE : BEGINNING;
          while (!endsAt(where, end)) end += 1;
          found[level].push([starts[start], ends[end - 1]]);
        }
      }
    }
    return found[WHOLE].length ? found[WHOLE] : found[BEGINNING];
  }

  /* The spans of a phrase that a text may have, or else of each of some words: sorted and without
     overlaps. */
  function foundIn(text, phrase, words) {
    const ways = placed(text);
    const whole = spansIn(ways, phrase);
    return merged(whole.length ? whole : words.flatMap(({ spellings }) => spansIn(ways, spellings)));
  }

  function merged(spans) {
    const found = [];
    for (const [start, end] of spans.sort((one, other) => one[0] - other[0])) {
      const last = found.at(-1);
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else found.push([start, end]);
    }
    return found;
  }

  Object.assign(searching, { readingsOf, level, foundIn, WHOLE });
})(window.readings.searching);
