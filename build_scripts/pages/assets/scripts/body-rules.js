/* Finds what is not allowed in the body of an annotation (docs/guide/writing-bodies.md). The script
   knows frequent cases by their shape. `readings check` parses the body, and has the last word. */

(readings => {
  "use strict";

  const CODE = /(^|\n)(?: {4,}|\t)[^\n]*|(^|\n) {0,3}(`{3,}|~{3,})[^]*?(\n {0,3}\3[`~]*(?=\n|$)|$)|(?<![\\`])(`+)(?!`)([^]*?[^`])\5(?!`)/g;
  const ESCAPED = /\\[!-/:-@[-`{-~]/g;
  const NEUTRAL = "·"; // stands for code and escaped characters
  const BLANK_LINES = /\n(?:[ \t>]*\n)+/;

  /* Shapes of Markdown, by the name of the refusal. Only a parser would know them for certain. */
  const SHAPES = {
    image: /!\[[^[\]]*\][([]/,
    heading: /^ {0,3}#{1,6}(?:\s|$)|^[^\n]*\S[^\n]*\n {0,3}(?:=+|-{1,})[ \t]*$/m,
    rule: /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$/m,
    table: /^[^\n]*\|[^\n]*\n[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+$/m,
    struck: /~~[^\s~][^]*?(?<!\s)~~/,
    footnote: /\^\[[^\]]+\]/,
    definition: /^[ >]*\[[^[\]\n]+\]:\s*\S+(?:\s+["'(][^]*)?[ \t]*(?:\n|$)/,
    extension: /^ {0,3}(?:!!!|\?\?\?\+?) |^[^\n]*\S[^\n]*\n: +\S/m,
  };
  const FENCE = /^ {0,3}(?:`{3,}|~{3,})[ \t]*([^\s`~][^`\n]*)$/m;
  const LINK = /(?<!!)\[(?:[^[\]\\]|\\.)*\]\(\s*(<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)(\s+["'(][^)]*)?\s*\)/g;
  const AUTOLINK = /<([a-z][a-z0-9+.-]+:[^\s<>]*)>/gi;
  const BODY_LINK = /(?<!\\)\[\[(?!\[)((?:[^[\]\\]|\\[^])*)(\]{0,2})/g;
  const REFERENCE = /&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/gi;

  /* The character that a numeric reference stands for. */
  function characterOf(hexadecimal, decimal) {
    const number = hexadecimal ? parseInt(hexadecimal, 16) : Number(decimal);
    return number <= 0x10ffff ? String.fromCodePoint(number) : "";
  }

  /* Everything that is refused in a body.

     Args:
       body: Markdown.
       knows: whether a link between double brackets leads somewhere, such as `note:herring`.
       rules: patterns that come with the form (render/contribution/body_patterns.py).

     Returns: pairs of the name of a refusal and the words in question. */
  readings.refusals = (body, knows, rules) => {
    const withoutCode = body.replace(CODE, `$1$2${NEUTRAL}`);
    const text = withoutCode.replace(ESCAPED, NEUTRAL);
    const blocks = text.split(BLANK_LINES);
    const address = new RegExp(rules.address, "i");
    const hidden = new RegExp(rules.hidden, "u");
    const found = new Map();
    const patterns = rules.refused.map(([name, pattern]) => [name, new RegExp(pattern, name === "html" ? "imu" : "mu")]);
    for (const [name, pattern] of [...patterns, ...Object.entries(SHAPES)]) {
      const match = blocks.map(block => pattern.exec(block)).find(Boolean);
      if (match && !found.has(name)) found.set(name, match[0].trim());
    }
    const reference = [...text.matchAll(REFERENCE)].find(([, ...number]) => hidden.test(characterOf(...number)));
    if (reference) found.set("unseen", reference[0]);
    const fence = FENCE.exec(body);
    if (fence) found.set("language", fence[1].trim());

    const refused = [...found];
    const check = bare => address.test(bare) || refused.push(["address", bare]);
    for (const [, bare] of text.matchAll(AUTOLINK)) check(bare);
    for (const [, written, title] of text.matchAll(LINK)) {
      check(written.replace(/^<|>$/g, ""));
      if (title) refused.push(["link-title", title.trim()]);
    }
    for (const [whole, inside, end] of withoutCode.matchAll(BODY_LINK)) {
      const [name, words = name] = inside.split("|");
      const isLink = end === "]]" && words.trim() && knows(name);
      if (!isLink && end !== "]") refused.push(["link", whole]);
    }
    return refused;
  };
})(window.readings);
