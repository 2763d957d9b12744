/* The fields of the search index are HTML: their text, and marks around words of it. */

(searching => {
  "use strict";

  // What a hit is, before its title, is shown but not searched.
  const TOKEN = /<span class="hit-kind">[^]*?<\/span>|<\/?([a-z][a-z0-9]*)[^>]*>|&(amp|lt|gt|quot|#39);|[^<&]+|[<&]/gi;
  const CHARACTERS = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  const INLINE = new Set(["a", "b", "code", "em", "i", "mark", "small", "span", "strong", "sub", "sup"]);

  /* The text of a field. If `places` is given, its two lists are filled: for each character, where it
     begins in the HTML, and how long it is there; a tag has no length. */
  function textOf(html, places = null) {
    let text = "";
    for (const { 0: token, 1: tag, 2: entity, index } of html.matchAll(TOKEN)) {
      const isMarkup = token[0] === "<" && token.length > 1;
      const words = entity ? CHARACTERS[entity] : !isMarkup ? token : tag && !INLINE.has(tag.toLowerCase()) ? "\n" : "";
      if (places) {
        for (let at = 0; at < words.length; at++) {
          places.starts.push(index + at);
          places.lengths.push(isMarkup ? 0 : entity ? token.length : 1);
        }
      }
      text += words;
    }
    return text;
  }

  /* A part of the HTML, with marks around those spans of the text that lie in it. No mark crosses a
     tag. */
  function marked(html, spans, places, from, to) {
    let written = "";
    for (const [start, end] of spans) {
      for (let at = start; at < end; ) {
        const open = places.starts[at];
        let close = open;
        while (at < end && places.starts[at] === close && places.lengths[at]) close += places.lengths[at++];
        if (close === open) at += 1; // a tag
        else if (open >= from && close <= to) {
          written += `${html.slice(from, open)}<mark>${html.slice(open, close)}</mark>`;
          from = close;
        }
      }
    }
    return written + html.slice(from, to);
  }

  /* The elements that a field consists of, as spans of its HTML. */
  function blocksOf(html) {
    const blocks = [];
    let depth = 0;
    let start = 0;
    for (const { 0: tag, index } of html.matchAll(/<\/?[a-z][^>]*>/gi)) {
      if (tag[1] !== "/" && depth++ === 0) {
        if (index > start) blocks.push([start, index]);
        start = index;
      } else if (tag[1] === "/" && --depth === 0) {
        blocks.push([start, index + tag.length]);
        start = index + tag.length;
      }
    }
    if (start < html.length) blocks.push([start, html.length]);
    return blocks;
  }

  Object.assign(searching, { textOf, marked, blocksOf });
})(window.readings.searching);
