/* From what somebody filled in to the file that it makes. Nothing here knows the page. */

(readings => {
  "use strict";

  const WORDS_OF_AN_ID = 5;

  /* An id made of words: without accents, in small letters. Words in other writing systems give
     none, and so does what begins with no letter. */
  function idOf(words) {
    const plain = words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    const parts = plain.replace(/['’]/g, "").match(/[a-z0-9]+/g) ?? [];
    return parts.slice(0, WORDS_OF_AN_ID).join("-").replace(/^[^a-z]+/, "").slice(0, 60);
  }

  /* The same id, or with a number where it is taken. */
  function freeId(id, taken) {
    let free = id;
    for (let number = 2; taken.includes(free); number++) free = `${id}-${number}`;
    return free;
  }

  /* A text that stands on lines of its own. */
  const block = text => `${text.replace(/\t/g, "    ").replace(/ +$/gm, "").replace(/^\s*\n|\s+$/g, "")}\n`;
  const isFilled = value =>
    typeof value === "object" ? Object.values(value).some(isFilled) : Boolean(value);
  const filled = entry =>
    Object.fromEntries(Object.entries(entry).filter(([, value]) => isFilled(value)));

  const inReading = ({ kind, id }, reading) => `annotations/readings/${reading}/${kind}-${id}.yml`;

  /* Of each kind of entry: the list that it stands in, if its file holds one, the path of the file,
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
      keys: ({ target, probable, certainty, body }) => ({ target, reading: probable, certainty, body }),
    },
    "cross-reference": {
      list: "cross_references",
      path: inReading,
      keys: ({ target, refersTo, relation, body }) => ({ target, refers_to: refersTo, relation, body }),
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
      keys: ({ term, termKind, forms, body }) =>
        ({ term, kind: idOf(termKind), forms, definition: body }),
    },
  };

  const listOf = kind => KINDS[kind].list ?? "terms";

  /* The ids that a new entry of a kind must not have. */
  function takenIds(kind, known, text) {
    const onSite = { term: known.terms, event: known.events }[kind];
    return onSite?.map(([id]) => id) ?? text.ids[listOf(kind)] ?? [];
  }

  /* The file that a contribution makes.

     Args:
       given: what was filled in.
       reading: the id of the text.

     Returns: its path and its text. */
  function fileOf(given, reading) {
    const { kind, id } = given;
    const { list, path, keys } = KINDS[kind];
    const body = given.body.trim() && block(given.body);
    const provenance = {
      sources: given.sources.map(({ id: ref, locator }) => (locator ? { ref, locator } : ref)),
      creator: given.creator,
      created: given.created,
    };
    const entry = filled({
      ...(kind !== "mention" && kind !== "term" && { id }),
      ...keys({ ...given, body }),
      ...(kind !== "mention" && provenance),
    });
    const references = given.sources.map(({ reference }) => reference).filter(Boolean);
    const content = {
      ...(list ? { [list]: [entry] } : entry),
      ...(kind !== "mention" && references.length && { references }),
    };
    return { path: path(given, reading), text: readings.annotationFile(content) };
  }

  /* A source that is not on the list, as an entry of `references`. */
  function newSource(given, taken) {
    const authors = given.author.split(";").map(name => name.trim()).filter(Boolean);
    const named = authors.map(name => {
      const [family, first] = name.split(",").map(part => part.trim());
      return first ? { family, given: first } : name;
    });
    const who = authors[0]?.split(",")[0] || given.container || given.publisher || given.title;
    const base = idOf(`${who} ${given.issued.slice(0, 4)}`) || idOf(`source ${given.issued.slice(0, 4)}`);
    return filled({
      id: freeId(base, taken),
      type: given.type,
      title: given.title,
      author: named,
      "container-title": given.container,
      publisher: given.publisher,
      issued: given.issued,
      language: given.language,
      URL: given.url,
    });
  }

  readings.contribution = { idOf, freeId, listOf, takenIds, fileOf, newSource };
})(window.readings);
