/* Makes the file of a contribution from the values of the form. It does not touch the page. */

(readings => {
  "use strict";

  /* Apostrophes, and characters that nobody sees: they separate no words. */
  const INSIDE_WORDS = /['’‘ʼʻ\u00ad\u200b-\u200d\u2060\ufeff]/g;

  /* The words of a text as parts of an id, by the rule of text/ids.py and with its data. */
  function idWords(text, { letters }) {
    const spelt = words => words.replace(/\P{ASCII}/gu, letter => letters[letter] ?? letter);
    const small = spelt(text.normalize("NFKC").toLowerCase());
    const plain = spelt(small.normalize("NFKD").replace(/\p{M}/gu, ""));
    const words = plain.replace(INSIDE_WORDS, "").match(/[a-z0-9]+/g) ?? [];
    while (words.length > 1 && /^[0-9]/.test(words[0])) words.shift();
    return words;
  }

  const intendedId = (text, rule) => idWords(text, rule).join("-");

  /* A short and free id made of words.

     Args:
       text: the words, in any language.
       kind: what the entry is; the id begins with it where it cannot begin with the words.
       taken: ids that are not free.
       rule: the data of text/ids.py. */
  function proposedId(text, kind, taken, rule) {
    const words = idWords(text, rule);
    while (words.length > 1 && words.join("-").length > rule.longest) words.pop();
    let name = words.join("-").slice(0, rule.longest);
    if (!/^[a-z]/.test(name)) name = [kind, name].filter(Boolean).join("-");
    let free = name;
    for (let n = 2; taken.includes(free) || rule.devices.includes(free); n++) free = `${name}-${n}`;
    return free;
  }

  /* A text in the form of a YAML block: without tabs, and with one line break at its end. */
  const block = text => `${text.replace(/\t/g, "    ").replace(/ +$/gm, "").replace(/^\s*\n|\s+$/g, "")}\n`;
  const isFilled = value =>
    typeof value === "object" ? Object.values(value).some(isFilled) : Boolean(value);
  const filled = (entry, kept = []) =>
    Object.fromEntries(
      Object.entries(entry).filter(([key, value]) => kept.includes(key) || isFilled(value)),
    );

  const inReading = ({ kind, id }, reading) => `annotations/readings/${reading}/${kind}-${id}.yml`;

  /* By kind of entry: the list that it stands in, if its file holds a list, the path of the file,
     and the keys that only this kind has, in their order. */
  const KINDS = {
    note: {
      list: "notes",
      path: inReading,
      keys: ({ target, body }) => ({ target, body }),
    },
    correction: {
      list: "corrections",
      path: inReading,
      keys: ({ target, probable, certainty, rivals, body }) =>
        ({ target, reading: probable, certainty, rivals, body }),
    },
    "cross-reference": {
      list: "cross_references",
      path: inReading,
      keys: ({ target, refersTo, relation, body }) => ({ target, refers_to: refersTo, relation, body }),
    },
    question: {
      list: "questions",
      path: inReading,
      keys: ({ target, body, hint }) => ({ body, passages: target.exact ? [target] : [], hint }),
    },
    mention: {
      list: "mentions",
      path: inReading,
      keys: ({ target, mention, knownTerm }) => ({ target, [mention]: knownTerm }),
    },
    event: {
      list: "events",
      path: ({ id }) => `annotations/events/${id}.yml`,
      keys: ({ date, endDate, title, body, passage }) =>
        ({ date, end_date: endDate, title, body, passages: [passage] }),
    },
    term: {
      path: ({ id }) => `annotations/glossary/${id}.yml`,
      keys: ({ term, termKind, forms, aliases, pronunciation, ipa, coordinates, body }) => ({
        term,
        kind: termKind,
        forms,
        aliases,
        pronunciation: ipa ? filled({ respelling: pronunciation, ipa }) : pronunciation,
        coordinates,
        definition: body,
      }),
    },
  };

  const listOf = kind => KINDS[kind].list ?? "terms";

  /* The ids that a new entry of a kind must not have. */
  function takenIds(kind, known, text) {
    const onSite = { term: known.terms, event: known.events }[kind];
    return onSite?.map(([id]) => id) ?? text.ids[listOf(kind)] ?? [];
  }

  /* Other readings that somebody typed, one per line; after an equals sign, who proposed it. */
  function rivals(typed) {
    const lines = typed.split("\n").map(line => line.trim()).filter(Boolean);
    return lines.map(line => {
      const [reading, ...by] = line.split("=");
      return filled({ reading: reading.trim(), proposed_by: oneOrMore(by.join("=")) }, ["reading"]);
    });
  }

  /* Names that somebody typed with semicolons between them: one text, or a list. */
  function oneOrMore(typed) {
    const names = typed.split(";").map(name => name.trim()).filter(Boolean);
    return names.length > 1 ? names : names[0];
  }

  /* The file of a contribution.

     Args:
       given: the values of the form.
       reading: the id of the text.

     Returns: its path and its text. */
  function fileOf(given, reading) {
    const { kind, id } = given;
    const { list, path, keys } = KINDS[kind];
    const [body, hint] = [given.body, given.hint].map(text => text.trim() && block(text));
    const provenance = {
      sources: given.sources.map(({ id: ref, locator }) => (locator ? { ref, locator } : ref)),
      creator: oneOrMore(given.creator),
      created: given.created,
    };
    const entry = filled({
      ...(kind !== "mention" && kind !== "term" && { id }),
      ...keys({ ...given, body, hint }),
      ...(kind !== "mention" && provenance),
    }, given.leaveOut ? ["reading"] : []);
    const references = given.sources.map(({ reference }) => reference).filter(Boolean);
    const content = {
      ...(list ? { [list]: [entry] } : entry),
      ...(kind !== "mention" && references.length && { references }),
    };
    return { path: path(given, reading), text: readings.annotationFile(content) };
  }

  /* An entry of `references` for a source that the site does not list yet. */
  function newSource(given, taken, rule) {
    const authors = given.author.split(";").map(name => name.trim()).filter(Boolean);
    const named = authors.map(name => {
      const [family, first] = name.split(",").map(part => part.trim());
      return first ? { family, given: first } : name;
    });
    const who = authors[0]?.split(",")[0] || given.container || given.publisher || given.title;
    return filled({
      id: proposedId(`${who} ${/\d{4}|$/.exec(given.issued)[0]}`, "source", taken, rule),
      type: given.type,
      title: given.title,
      author: named,
      "container-title": given.container,
      volume: given.volume,
      issue: given.issue,
      page: given.page,
      publisher: given.publisher,
      issued: given.issued,
      language: given.language,
      DOI: given.doi,
      URL: given.url,
    });
  }

  readings.contribution = { rivals, intendedId, proposedId, listOf, takenIds, fileOf, newSource };
})(window.readings);
