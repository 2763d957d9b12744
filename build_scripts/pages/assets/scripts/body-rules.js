/* What must not stand in the body of an annotation: the frequent cases of what the safe subset
   leaves out (docs/guide/writing-bodies.md). `readings check` reads bodies with a whole parser, and
   has the last word. */

(readings => {
  "use strict";

  const CODE = /(^|\n)(?: {4,}|\t)[^\n]*|(^|\n) {0,3}(`{3,}|~{3,})[^]*?(\n {0,3}\3[`~]*(?=\n|$)|$)|(?<![\\`])(`+)(?!`)([^]*?[^`])\5(?!`)/g;
  const ADDRESS = /^(https?:\/\/[^/?#@\\\s]+([/?#]|$)|mailto:.)/i;

  /* Name of the refusal, and what it is known by. */
  const RULES = [
    ["html", /<(?:[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>|\/[a-z][a-z0-9-]*\s*>|!--|!\[CDATA|![a-z]|\?)/i],
    ["html", /^ {0,3}<\/?(?:base|body|center|details|dialog|div|dl|fieldset|form|frame|h[1-6]|head|hr|html|iframe|li|link|main|menu|meta|nav|ol|p|pre|script|section|style|summary|table|td|textarea|th|title|tr|ul)(?=[\s/>]|$)/im],
    ["image", /!\[[^\]]*\][([]/],
    ["heading", /^ {0,3}#{1,6}(?:\s|$)|^[^\n]*\S[^\n]*\n {0,3}(?:=+|-{1,})[ \t]*$/m],
    ["rule", /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$/m],
    ["table", /^[^\n]*\|[^\n]*\n[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+$/m],
    ["struck", /~~\S/],
    ["footnote", /\[\^[^\]\s]+\]|\^\[/],
    ["definition", /^[ >]*\[[^\]\n]+\]:\s*\S/m],
    ["commands", /\{\{|\{%|\{#|\{:|\{\.|\{!|\{\+\+|\{--|\{==|\{>>|--8<--|[\])]\{\s*[\w.#]|\[TOC\]|^\*\[[^\]]+\]:/m],
    ["extension", /^ {0,3}(?:!!!|\?\?\?\+?|===|:::+|\/\/\/+) |==\S[^=\n]*==|\^\^\S|\+\+[a-z][a-z+-]*\+\+|(?<![\w:]):[a-z0-9_+-]*[a-z][a-z0-9_+-]*:(?![\w:])|\$\$|^> ?\[![A-Z]+\]|^[^\n]*\S[^\n]*\n: +\S/m],
    ["unseen", /[\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]|&#(?:x0*(?:d|20[23][a-e]|206[0-9]|e00[0-7].);|0*(?:13|823[4-8]);)/iu],
  ];
  const FENCE = /^ {0,3}(?:`{3,}|~{3,})[ \t]*([^\s`][^`\n]*)$/m;
  const LINK = /(?<!!)\[(?:[^[\]\\]|\\.)*\]\(\s*(<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)(\s+["'(][^)]*)?\s*\)/g;
  const AUTOLINK = /<([a-z][a-z0-9+.-]+:[^\s<>]*)>/gi;
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
    for (const [, address] of text.matchAll(AUTOLINK)) {
      if (!ADDRESS.test(address)) found.push(["address", address]);
    }
    const fence = FENCE.exec(body);
    if (fence) found.push(["language", fence[1].trim()]);
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
