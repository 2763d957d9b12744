/* Writes annotation files, byte for byte as export/annotation_yaml.py does. */

(readings => {
  "use strict";

  const PLAIN = /^([A-Za-z][A-Za-z0-9_-]*|[0-9]{4}(-[0-9]{2}){1,2})$/;
  const MEANS_SOMETHING_ELSE = /^(y|n|yes|no|on|off|true|false|null)$/i;
  const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}|^\p{M}/gu;
  const UNSEEN = /(?!\n)[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

  function escaped(character) {
    const hex = character.codePointAt().toString(16).toUpperCase();
    if (hex.length > 4) return `\\U${hex.padStart(8, "0")}`;
    return hex.length > 2 ? `\\u${hex.padStart(4, "0")}` : `\\x${hex.padStart(2, "0")}`;
  }

  function scalar(text) {
    if (PLAIN.test(text) && !MEANS_SOMETHING_ELSE.test(text)) return text;
    return `"${text.replace(/[\\"]/g, "\\$&").replace(INVISIBLE, escaped)}"`;
  }

  function flow(value) {
    if (typeof value === "string") return scalar(value);
    if (value === true) return "true";
    if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
    const items = Object.entries(value).map(([key, one]) => `${key}: ${flow(one)}`);
    return `{${items.join(", ")}}`;
  }

  const isBlock = text =>
    typeof text === "string" && /[^\n]\n$/.test(text) && !/^\s/.test(text) && !UNSEEN.test(text);

  function line([key, value], indent) {
    if (!isBlock(value)) return `${indent}${key}: ${flow(value)}\n`;
    const lines = value.slice(0, -1).split("\n").map(one => one && `${indent}  ${one}`);
    return [`${indent}${key}: |`, ...lines, ""].join("\n");
  }

  function item([key, value]) {
    const isMapping = one => typeof one === "object" && !Array.isArray(one) && Object.keys(one).length;
    if (isMapping(value) && Object.values(value).some(isBlock)) {
      return `${key}:\n${Object.entries(value).map(one => line(one, "  ")).join("")}`;
    }
    if (!Array.isArray(value) || !value.length || !value.every(isMapping)) return line([key, value], "");
    const entries = value.map(entry => Object.entries(entry).map(one => line(one, "    ")).join(""));
    return [`${key}:\n`, ...entries.map(lines => `  - ${lines.slice(4)}`)].join("");
  }

  /* The text of a file with these keys. */
  readings.annotationFile = content => Object.entries(content).map(item).join("");
})(window.readings);
