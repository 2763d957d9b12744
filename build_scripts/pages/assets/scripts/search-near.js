/* Words that are spelled nearly like one that no document has: a slip of the finger, or a name
   written as it is heard. */

(searching => {
  "use strict";

  // Short words have too many neighbours, and another number is another number.
  const WORD = /^(?:\p{L}\p{M}*){5,}$/u;
  const LONG = 8; // letters; such a word may have two errors

  /* How many letters are missing, too many, wrong or exchanged with the next one, up to `most`
     (optimal string alignment). */
  function errors(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return Infinity;
    let before = [];
    let last = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + !same);
        const isExchanged = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (isExchanged && j > 1) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return Infinity;
      [before, last] = [last, row];
    }
    return last.at(-1) <= most ? last.at(-1) : Infinity;
  }

  /* The words of some documents, each with the number of fields that have it. */
  function countedIn(documents) {
    const counts = new Map();
    for (const { fields } of documents) {
      for (const { texts } of fields) {
        const words = texts.flatMap(text => text.split(" "));
        for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
    return [...counts].filter(([word]) => WORD.test(word) && !searching.isUnspacedAt(word, 0));
  }

  /* A function that finds the words of some documents that are near to another one, the nearest first
     and of these the most frequent. With two errors the first letter must be right. */
  searching.nearWords = documents => {
    let counted = null;
    return word => {
      if (!WORD.test(word) || searching.isUnspacedAt(word, 0)) return [];
      const most = word.length < LONG ? 1 : 2;
      counted ??= countedIn(documents);
      return counted
        .map(([other, count]) => ({ other, count, far: errors(word, other, most) }))
        .filter(({ other, far }) => far <= 1 || (far <= most && other[0] === word[0]))
        .sort((one, two) => one.far - two.far || two.count - one.count || (one.other < two.other ? -1 : 1))
        .map(({ other }) => other);
    };
  };
})(window.readings.searching);
