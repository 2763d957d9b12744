/* Asks Pagefind which pieces of an index may have the words of a query.

   Words are written as export/search_pieces.py writes them: in letters and digits of ASCII, and with
   an end, so that a word is not taken for the beginning of another one. */

(searching => {
  "use strict";

  const AT_MOST = 12; // words of a query; of more, the longest ones
  const ALIKE = 3; // so many letters begin few enough words to look at all of them
  const [TITLE, SIGN, COLLECTION, END] = ["qzt", "qzs", "qzc", "0"];
  const SIGNS = /[\p{S}§¶†‡@&%#*]/u;
  const DIGITS = [..."0123456789abcdefghijklmnopqrstuvwxyz"];

  const code = letter => `q${letter.codePointAt(0).toString(36).padStart(4, "0")}`;
  const written = word => Array.from(word, letter => (/[a-pr-z1-9]/.test(letter) ? letter : code(letter))).join("");

  /* The words of the index that a folded word is made of, as in text/searched_words.py. */
  function indexWords(word) {
    const runs = [];
    for (const letter of word) {
      const isUnspaced = searching.isUnspacedAt(letter, 0);
      if (runs.at(-1)?.isUnspaced !== isUnspaced) runs.push({ isUnspaced, letters: [] });
      runs.at(-1).letters.push(letter);
    }
    return runs.flatMap(({ isUnspaced, letters }) => {
      if (!isUnspaced || letters.length === 1) return [letters.join("")];
      return letters.slice(1).map((letter, at) => letters[at] + letter);
    });
  }

  /* How words may go on that begin like one: Pagefind fetches the chunk of its index in which what is
     sought would be, but words that only begin so may be in the next ones as well. */
  function continued(word) {
    const letters = Array.from(word);
    if (letters.length < ALIKE && !searching.isUnspacedAt(word, 0)) return "";
    const last = code(letters.at(-1));
    const further = DIGITS.flatMap(digit => ["", last.slice(0, 2), last.slice(0, 3)].map(one => one + digit));
    return further.map(one => written(word) + one).join(" ");
  }

  /* What several sets have in common. */
  function common([first, ...others]) {
    return new Map([...(first ?? [])].filter(([id]) => others.every(other => other.has(id))));
  }

  const all = (list, find) => Promise.all(list.map(find));

  /* Whatever an index in pieces is asked, given the addresses of its parts, and whether a word is so
     common that nobody needs other words that begin like it. */
  searching.pagefind = async ([first, ...others], isCommon) => {
    const pagefind = (await import(`${first}pagefind.js`)).createInstance({ basePath: first });
    await pagefind.filters(); // fails where the first one cannot be used
    await all(others, other => pagefind.mergeIndex(other));
    const looked = new Map();

    async function look(words) {
      const { results } = await pagefind.search(words);
      return new Map(results.map(({ id, data }) => [id, data]));
    }

    /* The pieces that have words of the index that begin so; more beginnings say what to fetch. */
    function having(begins, more = "") {
      if (!looked.has(begins)) looked.set(begins, Promise.resolve(more && pagefind.preload(more)).then(() => look(begins)));
      return looked.get(begins);
    }

    /* The pieces that have any spelling of a word, and those that have it in a title. */
    async function ofWord({ word, spellings }) {
      const [found, titles] = [new Map(), new Map()];
      for (const spelling of spellings) {
        const words = indexWords(spelling);
        const ofIndexWord = one => having(written(one), isCommon(one) ? "" : continued(one));
        common(await all(words, ofIndexWord)).forEach((get, id) => found.set(id, get));
        common(await all(words, one => having(TITLE + written(one)))).forEach((get, id) => titles.set(id, get));
      }
      return { word, found, titles };
    }

    /* For each of the words of a query, or what is found in its place, the pieces that have it. */
    async function ofWords(query) {
      const words = query.words.slice().sort((one, other) => other.word.length - one.word.length).slice(0, AT_MOST);
      const found = await all(words, async word => {
        const own = await ofWord(word);
        return own.found.size ? [own] : all(searching.insteadOf(word), ofWord);
      });
      return found.flat();
    }

    /* The pieces in which the words of a query stand as they were typed. */
    async function ofPhrase(query) {
      const sought = query.phrase[0]?.split(" ") ?? query.words.map(({ word }) => word);
      if (!sought.length || sought.length > AT_MOST) return new Map();
      return look(`"${sought.flatMap(indexWords).map(one => written(one) + END).join(" ")}"`);
    }

    /* The pieces that have all signs of a query without words. */
    async function ofSigns({ literal }) {
      const signs = Array.from(literal).filter(one => SIGNS.test(one));
      return common(await all(signs, sign => having(SIGN + written(sign) + END)));
    }

    const ofCollection = id => having(COLLECTION + written(id) + END);

    return { ofWords, ofPhrase, ofSigns, ofCollection };
  };
})(window.readings.searching);
