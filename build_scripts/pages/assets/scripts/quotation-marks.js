/* Changes the quotation marks inside a quotation to those of the inner kind, as text/quotation_marks.py
   does, which says why. Marks are four characters: the outer pair and the inner one. */

(readings => {
  "use strict";

  const CLOSING = {
    '"': '"', "“": "”", "‘": "’", "”": "”", "’": "’",
    "„": "“”", "‚": "‘’", "«": "»", "»": "«", "‹": "›", "›": "‹",
    "「": "」", "『": "』", "《": "》", "〈": "〉",
  };
  const ANGLES = "«»‹›";
  const NO_BREAK = "\u00a0\u202f";

  const closes = (opening, mark) => CLOSING[opening].includes(mark);

  /* `wordless` is a pattern of characters that words may begin or end beside. */
  readings.quoted = (words, marks, wordless) => {
    const [first, last, innerFirst, innerLast] = marks;
    const inWord = new RegExp(`^(?!${wordless})[\\p{L}\\p{M}\\p{N}]`, "u");
    const characters = [...words];
    const at = place => characters[place] ?? "";

    function mayOpen(place) {
      const mark = at(place);
      if ("”’»›".includes(mark) && mark !== first && mark !== innerFirst) return false;
      if (!'"‘”’'.includes(mark)) return true;
      return !inWord.test(at(place - 1)) && at(place + 1).trim() !== "";
    }

    const mayClose = place =>
      !'"’‘”'.includes(at(place)) ||
      (at(place - 1).trim() !== "" && !inWord.test(at(place + 1)));

    const pairs = [];
    const open = [];
    characters.forEach((mark, place) => {
      const number = open.findLastIndex(start => closes(at(start), mark));
      if (number >= 0 && mayClose(place)) pairs.push([open.splice(number)[0], place]);
      else if (mark in CLOSING && mayOpen(place)) open.push(place);
    });

    const shown = [...characters];
    const kinds = [[first, last], [innerFirst, innerLast]];
    const around = [];
    for (const [start, end] of pairs.sort((one, other) => one[0] - other[0])) {
      while (around.length && around.at(-1) < start) around.pop();
      const pair = at(start) + at(end);
      if (pair === '""' || kinds.some(kind => kind.join("") === pair)) {
        [shown[start], shown[end]] = kinds[(around.length + 1) % 2];
        if (ANGLES.includes(at(start)) && !ANGLES.includes(shown[start])) {
          for (const place of [start + 1, end - 1]) {
            if (NO_BREAK.includes(at(place))) shown[place] = "";
          }
        }
      }
      around.push(end);
    }
    const paired = new Set(pairs.flat());
    characters.forEach((mark, place) => {
      if (paired.has(place) || `"'’‘ʼ`.includes(mark)) return;
      if (mark === first) shown[place] = innerFirst;
      else if (mark === last) shown[place] = innerLast;
    });
    return shown.join("");
  };

  /* The marks, among those that are known, between which a value stands. */
  readings.marksAround = (before, after, known) => {
    const opening = before.trimEnd().at(-1);
    return opening in CLOSING
      ? known.find(marks => marks[0] === opening && after.trimStart().slice(0, 3).includes(marks[1]))
      : undefined;
  };
})(window.readings);
