/* What must not stand in the body of an annotation: the frequent cases of what the safe subset
   leaves out (docs/guide/writing-bodies.md). `readings check` reads bodies with a whole parser, and
   has the last word. */

(readings => {
  "use strict";

  const CODE = /(^|\n)(?: {4,}|\t)[^\n]*|(^|\n) {0,3}(`{3,}|~{3,})[^]*?(\n {0,3}\3[`~]*(?=\n|$)|$)|(?<![\\`])(`+)(?!`)([^]*?[^`])\5(?!`)/g;
  const ADDRESS = /^(https?:\/\/[^/?#@\s]+([/?#]|$)|mailto:.)/i;

  /* Name of the refusal, and what it is known by. */
  const RULES = [
    ["html", /<(?:[a-z][a-z0-9-]*(?:[\s/][^<>]*)?|\/[a-z][^<>]*|!--|!\[CDATA|\?)>?/i],
    ["image", /!\[[^\]]*\][([]/],
    ["heading", /^ {0,3}#{1,6}(?:\s|$)|^[^\n]*\S[^\n]*\n {0,3}(?:=+|-{1,})[ \t]*$/m],
    ["rule", /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$/m],
    ["table", /^[^\n]*\|[^\n]*\n[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+$/m],
    ["struck", /~~\S/],
    ["footnote", /\[\^[^\]\s]+\]|\^\[/],
    ["definition", /^ {0,3}\[[^\]\n]+\]:\s*\S/m],
    ["commands", /\{\{|\{%|\{#|\{:|\{\.|\{!|\{\+\+|\{--|\{==|\{>>|--8<--|\[TOC\]|^\*\[[^\]]+\]:/m],
    ["extension", /^ {0,3}(?:!!!|\?\?\?\+?|===|:::+|\/\/\/+) |==\S[^=\n]*==|\^\^\S|\+\+[a-z][a-z+-]*\+\+|(?<![\w:]):[a-z0-9_+-]*[a-z][a-z0-9_+-]*:(?![\w:])|\$\$|^> ?\[![A-Z]+\]/m],
  ];
  const LINK = /(?<!!)\[(?:[^[\]\\]|\\.)*\]\(\s*(<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)(\s+["'(][^)]*)?\s*\)/g;
  const BODY_LINK = /(?<!\\)\[\[([^[\]\n]*)\]\]/g;

  /* Everything that is refused in a body.

     Args:
       body: Markdown.
       knows: whether what a link between double brackets names is there, such as `note:herring`.

     Returns: pairs of a name of what is refused, and the words in question. */
  readings.refusals = (body, knows) => {
    const text = body.replace(CODE, "$1$2").replace(/\\[!-/:-@[-`{-~]/g, "");
    const found = [];
    for (const [name, pattern] of RULES) {
      const match = pattern.exec(text);
      if (match) found.push([name, match[0].trim()]);
    }
    for (const [, address, title] of text.matchAll(LINK)) {
      const bare = address.replace(/^<|>$/g, "");
      if (!ADDRESS.test(bare)) found.push(["address", bare]);
      if (title) found.push(["link-title", title.trim()]);
    }
    for (const [whole, inside] of body.replace(CODE, "$1$2").matchAll(BODY_LINK)) {
      if (!knows(inside.split("|")[0].trim())) found.push(["link", whole]);
    }
    return found;
  };
})(window.readings);
