/* Folds a text to what the search compares: small letters and digits without accents, and between
   words one blank, or a hyphen where the two may also be written as one word.

   Both what is searched and what is typed are folded, so it does not matter which of the two has
   accents, soft hyphens, ligatures or letters of full width. Python hands the tables over that both
   use, in `readings.letters` (pages/search_letters.py). */

(readings => {
  "use strict";

  const { plain, accents, unspaced, unseen, single, double, joining, hyphen } = readings.letters;
  const PLAIN = new Map(plain.split(" ").map(([letter, ...rest]) => [letter, rest.join("")]));
  const ACCENTS = new RegExp(`[${accents}]`, "gu");
  const UNSPACED = new RegExp(unspaced, "u");
  const UNSEEN = new RegExp(`[${unseen}]`, "u");
  const SINGLE = new Set(single);
  const DOUBLE = new Set(double);
  // One of these between two letters may stand inside a word: l'été, e-mail, U.S.A., AT&T, צה״ל.
  const INSIDE = new Set(single + double + joining);
  const HYPHEN_AT_LINE_END = new RegExp(`^${hyphen}\\s*[\\n\\r\\u0085\\u2028\\u2029]\\s*$`, "u");
  const LETTER = /[\p{L}\p{N}\p{M}]/u;
  const NO_LETTER = /[^\p{L}\p{N}\p{M}]|\u02bc/gu;
  // C++, C#, F♯: a part of the word before.
  const SUFFIX = /^[+#\uff0b\uff03\u266f\u266d]$/u;
  const LAST_SPACED = "\u0dff"; // as the table of scripts says
  const BREVE = "\u0306";
  const [INVISIBLE, BLANKS, ONE_WORD, BORDER] = ["", "blanks", "-", " "];

  const cached = make => {
    const known = new Map();
    return key => {
      let made = known.get(key);
      if (made === undefined) known.set(key, (made = make(key)));
      return made;
    };
  };

  /* The letters that a character is compared by; "" for one that is not compared, such as an accent;
     null for what is not a part of a word. */
  const lettersOf = cached(character => {
    if (UNSEEN.test(character) || INSIDE.has(character) || !LETTER.test(character)) return null;
    const letters = character.normalize("NFKD").replace(NO_LETTER, "").replace(ACCENTS, "");
    // By capitals, as ß and SS have the same ones; one by one, as a final sigma is not another letter.
    const small = Array.from(letters, letter => letter.toLowerCase().toUpperCase().toLowerCase()).join("");
    const plain = Array.from(small, letter => PLAIN.get(letter) ?? letter).join("");
    return plain + (plain === "и" && character.normalize("NFD").includes(BREVE) ? BREVE : "");
  });

  const isUnspaced = cached(character => UNSPACED.test(character));

  /* What it means that these characters stand between two letters. */
  const gapKind = cached(gap => {
    const seen = Array.from(gap).filter(character => !UNSEEN.test(character)).join("");
    const softHyphenSeen = Array.from(gap).filter(one => one === "\u00ad" || !UNSEEN.test(one)).join("");
    if (!seen) return INVISIBLE;
    if (INSIDE.has(seen) || HYPHEN_AT_LINE_END.test(seen) || HYPHEN_AT_LINE_END.test(softHyphenSeen)) return ONE_WORD;
    return /^\s+$/.test(seen) ? BLANKS : BORDER;
  });

  function between(before, gap, after) {
    const kind = gapKind(gap);
    const ends = isUnspaced(before) + isUnspaced(after);
    if (kind === BLANKS) return ends === 2 ? ONE_WORD : BORDER;
    return kind === INVISIBLE && ends === 1 ? ONE_WORD : kind;
  }

  /* The folded text, with a blank at both ends.

     If `places` is given, its two lists are filled: for each character of the folded text, where the
     character that it comes from begins in the text, and where it ends. */
  function fold(text, places = null) {
    let folded = " ";
    places?.starts.push(0);
    places?.ends.push(0);
    let before = "";
    let gap = "";
    let at = 0;
    const add = (letters, start, end) => {
      folded += letters;
      for (let count = places ? letters.length : 0; count; count--) {
        places.starts.push(start);
        places.ends.push(end);
      }
    };
    for (const character of text) {
      const start = at;
      at += character.length;
      const letters = lettersOf(character);
      if (letters === null) {
        if (before && !gap && SUFFIX.test(character)) add(character.normalize("NFKD"), start, at);
        else gap += character;
      } else if (letters) {
        // Most letters follow another one, of a script with spaces.
        if (before && (gap || character > LAST_SPACED || before > LAST_SPACED)) add(between(before, gap, character), start, start);
        add(letters, start, at);
        [before, gap] = [character, ""];
      } else if (character === BREVE && !gap && folded.endsWith("и")) add(BREVE, start, at);
      else if (places && before && !gap) places.ends[places.ends.length - 1] = at; // an accent belongs to its letter
    }
    add(" ", at, at);
    return folded;
  }

  /* Whether the letter at an offset belongs to a script without spaces, where words may begin and
     end anywhere. */
  function isUnspacedAt(text, at) {
    if (!(text[at] > LAST_SPACED)) return false;
    const isSecondHalf = /[\udc00-\udfff]/.test(text[at]);
    return isUnspaced(String.fromCodePoint(text.codePointAt(isSecondHalf ? at - 1 : at)));
  }

  /* A text for comparing signs: only what keyboards and typewriters exchange is made equal. */
  function asTyped(text) {
    const straight = character => (SINGLE.has(character) ? "'" : DOUBLE.has(character) ? '"' : character);
    return Array.from(text.normalize("NFKC").toLowerCase(), straight).join("").replace(/\s+/g, " ").trim();
  }

  readings.searching = { fold, isUnspacedAt, asTyped };
})(window.readings);
