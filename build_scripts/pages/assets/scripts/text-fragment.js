/* Addresses of passages: a text fragment (WICG, URL Fragment Text Directives) for selected words.

   Browsers look for whole words in everything that the page shows, including marks: “1901³” is one
   word to them. So the ends of a fragment are words without a mark in them where there are such, and
   the rest of a word that begins or ends outside the passage, perhaps with a mark, is the prefix or
   suffix. Where one word ends and the next begins without a sign between them, as in Chinese, browsers
   differ, so all of that is one word here. Not all of them find words across the end of a line that is
   kept, or across several blanks.

   Other words stand before or after the passage only if it is not the first place with its words:
   WebKit takes .5 s for each place in a long text that has the words of a prefix. */

(readings => {
  "use strict";

  const AT_MOST = 80; // characters
  const PART = 40;
  const WORDS = 5;
  const CONTEXT = 3; // words
  const WORD = /[\p{L}\p{M}\p{N}\p{Pc}\p{Cf}]+(?:[.,:'’·][\p{L}\p{M}\p{N}\p{Pc}\p{Cf}]+)*/gu;
  const BLOCK = "[data-paragraph]";
  const UNSEEN = ".mark .whole"; // seen only in the corrected view, where passages are not cited

  const plain = words => words.replace(/\s+/g, " ").trim();
  const encoded = words => encodeURIComponent(plain(words)).replaceAll("-", "%2D");

  /* Where words begin and end in a text. */
  const wordsIn = text =>
    [...text.matchAll(WORD)].map(({ index, 0: word }) => [index, index + word.length]);

  /* What a block shows, and where marks and other borders are in it; which words of the source in it
     are in the range, and where the first of them begins and the last one ends. */
  function shownIn(block, range, keepsLines) {
    const shown = { block, text: "", borders: [], source: "", start: -1, end: -1 };
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode;
      if (parentElement.closest(UNSEEN)) continue;
      const from = shown.text.length;
      shown.text += data;
      if (parentElement.closest("[data-apparatus]")) shown.borders.push([from, shown.text.length]);
      else if (range.intersectsNode(walker.currentNode)) {
        const isFirst = range.startContainer === walker.currentNode;
        const isLast = range.endContainer === walker.currentNode;
        const start = isFirst ? range.startOffset : 0;
        const words = data.slice(start, isLast ? range.endOffset : data.length);
        shown.source += words;
        if (!/[\p{L}\p{N}]/u.test(words)) continue;
        if (shown.start < 0) shown.start = from + start + words.search(/\S/);
        shown.end = from + start + words.trimEnd().length;
      }
    }
    if (keepsLines) {
      for (const { index, 0: blank } of shown.text.matchAll(/\n|\s{2,}/g)) {
        shown.borders.push([index, index + blank.length]);
      }
      shown.borders.sort(([one], [other]) => one - other);
    }
    return shown;
  }

  const borderAfter = ({ borders }, from) => borders.find(([start]) => start >= from)?.[0] ?? Infinity;
  const borderBefore = ({ borders }, to) => borders.findLast(([, end]) => end <= to)?.[1] ?? 0;

  /* The end of the last of some whole words after a place, the first of which may be long; none of
     them is beyond a limit. */
  const endAfter = ({ words }, from, limit, count) =>
    words
      .filter(([, end]) => end > from && end <= limit)
      .slice(0, count)
      .findLast(([, end], index) => !index || end <= from + PART)?.[1];
  /* The beginning of the first of some whole words before a place, none of them before a limit. */
  const startBefore = ({ words }, to, limit, count) =>
    words
      .filter(([start]) => start < to && start >= limit)
      .slice(-count)
      .find(([start], index, { length }) => index === length - 1 || start >= to - PART)?.[0];

  const wordAt = ({ words }, place) =>
    words.find(([start, end]) => start < place && place < end) ?? [place, place];

  /* Whether words are shown somewhere between the beginning of an element and a place in a block.
     Browsers do not tell capitals from small letters. */
  function isEarlier(words, element, { block, text }, place) {
    const range = document.createRange();
    range.setStart(element, 0);
    range.setEnd(block, 0);
    const earlier = plain(range + text.slice(0, place));
    return earlier.toLowerCase().includes(plain(words).toLowerCase());
  }

  function directive(head, tail) {
    // To some browsers the number of the paragraph is no part of the first word.
    const isInFirst = wordAt(head, head.start)[0] === 0 && head.borders[0]?.[0] === 0;
    const start = isInFirst ? head.borders[0][1] : head.start;
    const { end } = tail;
    const firstEnd = endAfter(head, start, borderAfter(head, start), WORDS)
      ?? endAfter(head, start, Infinity, 1);
    const lastStart = startBefore(tail, end, borderBefore(tail, end), WORDS)
      ?? startBefore(tail, end, 0, 1);
    const isWhole = end - start <= AT_MOST && borderAfter(head, start) >= end;
    const sought = head === tail && (isWhole || firstEnd > lastStart)
      ? [head.text.slice(start, end)]
      : [head.text.slice(start, firstEnd), tail.text.slice(lastStart, end)];
    const isLater = isEarlier(sought[0], document.body, head, start);
    const endsLater = sought[1] ? isEarlier(sought[1], head.block, tail, lastStart) : isLater;
    const before = (isLater && startBefore(head, start, borderBefore(head, start), CONTEXT))
      || wordAt(head, start)[0];
    const after = (endsLater && endAfter(tail, end, borderAfter(tail, end), CONTEXT))
      || wordAt(tail, end)[1];
    const prefix = encoded(head.text.slice(before, start));
    const suffix = encoded(tail.text.slice(end, after));
    return [prefix && `${prefix}-`, ...sought.map(encoded), suffix && `-${suffix}`]
      .filter(Boolean)
      .join(",");
  }

  /* What a range holds of a reading, without marks: its words, its first and last paragraph, and the
     part of an address that leads to it. Null where it holds none. */
  function passageOf(reading, range) {
    if (!reading || !range || range.collapsed) return null;
    const blocks = [...reading.querySelectorAll(BLOCK)]
      .filter(block => range.intersectsNode(block))
      .map(block => shownIn(block, range, reading.matches(".keep-line-breaks")));
    const ends = blocks.filter(({ start }) => start >= 0);
    if (!ends.length) return null;
    const [head, tail] = [ends[0], ends.at(-1)];
    for (const one of [head, tail]) one.words ??= wordsIn(one.text);
    const [from, to] = [head, tail].map(one => one.block.dataset.paragraph);
    const words = plain(blocks.map(({ source }) => source).join(" "));
    return { words, from, to, fragment: `#p${from}:~:text=${directive(head, tail)}` };
  }

  readings.passageOf = passageOf;
})(window.readings);
