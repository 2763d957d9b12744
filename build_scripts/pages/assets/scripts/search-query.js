/* Reads what a reader typed or pasted into the search: words, and nothing but words. */

(searching => {
  "use strict";

  const QUOTED = /(?<![\p{L}\p{N}])["“„«]([^"“”„«»]+)["”“»](?![\p{L}\p{N}])/gu;
  const SIGN = /[^\p{L}\p{N}\p{M}\s]/u;
  // Signs that are looked for where there is no word beside them. Punctuation is in every text.
  const TELLING = /[\p{S}\p{N}\p{L}§¶†‡@&%#*]/u;

  /* The words of a text, each with its spellings.

     A word such as “e-mail” is two words that may also be found as one, in `whole`. */
  function wordsOf(text) {
    return searching.fold(text).trim().split(" ").filter(Boolean).flatMap(written => {
      const parts = written.split("-").filter(Boolean);
      const whole = parts.length > 1 ? parts.join("") : null;
      return parts.map(word => ({ word, whole, spellings: whole ? [word, whole] : [word] }));
    });
  }

  /* A query: its words without repetitions; the spellings of the phrase that they are together; the
     words that stood in quotation marks; and the query itself if it has signs to be looked for. */
  function parsed(query) {
    const all = wordsOf(query);
    const words = [...new Map(all.map(one => [one.word, one])).values()];
    const quoted = [...query.matchAll(QUOTED)].flatMap(([, inside]) => wordsOf(inside));
    const phrase = searching.readingsOf(searching.fold(query)).map(one => one.trim());
    const literal = searching.asTyped(query);
    return {
      words,
      phrase: all.length > 1 ? phrase : [],
      required: new Set(quoted.map(({ word }) => word)),
      literal: SIGN.test(literal) && TELLING.test(literal) ? literal : "",
    };
  }

  /* Other words to look for instead of one that is found nowhere: without the sign behind it, or
     cut where a dictionary of its language knows words. */
  function insteadOf({ word }) {
    const plain = word.replace(/[+#♯♭]+$/u, "");
    if (plain !== word) return plain ? wordsOf(plain) : [];
    if (!searching.isUnspacedAt(word, 0) || !Intl.Segmenter) return [];
    const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
    const pieces = [...segmenter.segment(word.normalize())].map(({ segment }) => segment);
    return pieces.length > 1 ? wordsOf(pieces.join(" ")).map(one => ({ ...one, whole: null, spellings: [one.word] })) : [];
  }

  Object.assign(searching, { parsed, insteadOf });
})(window.readings.searching);
