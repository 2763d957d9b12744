/* From what somebody filled in to the file that it makes, and to what is wrong with it. Nothing
   here knows the page. */

(readings => {
  "use strict";

  const ID = /^[a-z][a-z0-9-]*$/;
  const DATE = /^-?\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
  const WEB = /^https?:\/\/[^/?#@\s]+([/?#]\S*)?$/;
  const LONGEST_TEXT = 10_000;
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

  const block = text => `${text.replace(/[ \t]+$/gm, "").replace(/^\s*\n|\s+$/g, "")}\n`;
  const isFilled = value => (typeof value === "object" ? Object.values(value).some(isFilled) : Boolean(value));
  const filled = entry => Object.fromEntries(Object.entries(entry).filter(([, value]) => isFilled(value)));

  /* What each kind of entry is: the folder and the name of its file, the list that it stands in, the
     ids that are taken, and its own keys, in their order. */
  const KINDS = {
    note: {
      list: "notes",
      keys: ({ target, body }) => ({ target, body }),
    },
    correction: {
      list: "corrections",
      keys: ({ target, probable, certainty, body }) => ({ target, reading: probable, certainty, body }),
    },
    "cross-reference": {
      list: "cross_references",
      keys: ({ target, refersTo, relation, body }) => ({ target, refers_to: refersTo, relation, body }),
    },
    mention: {
      list: "mentions",
      keys: ({ target, mention, knownTerm }) => ({ target, [mention]: knownTerm }),
    },
    event: {
      list: "events",
      keys: ({ date, endDate, title, body, passage }) => ({ date, end_date: endDate, title, body, passages: [passage] }),
    },
    term: {
      keys: ({ term, termKind, forms, body }) => ({ term, kind: termKind, forms, definition: body }),
    },
  };

  /* The ids that a new entry of a kind must not have. */
  const takenIds = (kind, known, text) =>
    ({ term: known.terms, event: known.events }[kind]?.map(([id]) => id)
      ?? text.ids[KINDS[kind].list] ?? []);

  function pathOf(kind, id, reading) {
    if (kind === "term") return `annotations/glossary/${id}.yml`;
    if (kind === "event") return `annotations/events/${id}.yml`;
    return `annotations/readings/${reading}/${kind}-${id}.yml`;
  }

  /* The file that a contribution makes.

     Args:
       given: what was filled in; `id` is a proposal where nobody typed one.
       reading: the id of the text.

     Returns: its path and its text. */
  function fileOf(given, reading) {
    const { kind, id } = given;
    const { list, keys } = KINDS[kind];
    const body = given.body.trim() && block(given.body);
    const provenance = kind === "mention" ? {} : {
      sources: given.sources.map(({ id: ref, locator }) => (locator ? { ref, locator } : ref)),
      creator: given.creator,
      created: given.created,
    };
    const named = kind === "mention" || kind === "term" ? {} : { id };
    const entry = filled({ ...named, ...keys({ ...given, body }), ...provenance });
    const references = given.sources.filter(source => source.reference).map(source => source.reference);
    const content = { ...(list ? { [list]: [entry] } : entry), ...(references.length && { references }) };
    return { path: pathOf(kind, id, reading), text: readings.annotationFile(content) };
  }

  /* What is wrong with a contribution: [severity, message, what, field], errors first. */
  function faultsOf(given, known, text) {
    const { kind } = given;
    const faults = [];
    const error = (message, field, what = "") => faults.push(["error", message, what, field]);
    const isKnown = (list, id) => list.some(([one]) => one === id);
    const date = (value, field) => value && !DATE.test(value) && error("bad-date", field, value);

    if (kind === "correction") {
      const { exact } = given.target;
      if (!given.probable) error("need-probable", "reading");
      else if (given.probable === exact) error("same-words", "reading");
    }
    if (kind === "term" && !given.term) error("need-term", "term");
    if (kind === "mention" && !given.knownTerm) error("need-known-term", "known-term");
    if (kind === "mention" && given.knownTerm && !isKnown(known.terms, given.knownTerm)) {
      error("unknown-term", "known-term", given.knownTerm);
    }
    if (kind === "event") {
      if (!given.date) error("need-date", "date");
      date(given.date, "date");
      date(given.endDate, "end-date");
      if (given.endDate && given.endDate < given.date.slice(0, given.endDate.length)) error("date-order", "end-date");
      if (!given.title) error("need-title", "title");
    }
    if (kind === "cross-reference") {
      const { reading, term, event } = given.refersTo;
      const field = term === undefined ? (event === undefined ? "far-reading" : "far-event") : "far-term";
      if (!(reading || term || event)) error("need-far-end", field);
      else if (reading && !isKnown(known.readings, reading)) error("unknown-reading", field, reading);
      else if (term && !isKnown(known.terms, term)) error("unknown-term", field, term);
      else if (event && !isKnown(known.events, event)) error("unknown-event", field, event);
      if (given.farFault) error(given.farFault, "far-words", given.farCount);
    }
    if (!given.body.trim()) {
      if (kind === "note") error("need-body", "body");
      if (kind === "term") error("need-definition", "body");
    } else if (kind !== "mention") {
      const knows = name => isLinkKnown(name, known, text);
      for (const [name, what] of readings.refusals(given.body, knows)) error(`refused-${name}`, "body", what);
    }
    for (const [field, words] of [["body", given.body], ["reading", given.probable]]) {
      if (words?.length > LONGEST_TEXT) error("too-long-text", field, words.length);
    }
    if (!given.id) error("need-id", "id");
    else if (!ID.test(given.id)) error("bad-id", "id", given.id);
    else if (takenIds(kind, known, text).includes(given.id)) error("taken-id", "id", given.id);
    if (kind !== "mention") askForMore(given, known, faults);
    return faults;
  }

  /* What this site wants to see beyond what the format demands. */
  function askForMore(given, known, faults) {
    const { sources, creator } = given;
    const list = given.kind === "term" ? "terms" : KINDS[given.kind].list;
    const there = { sources: sources.length, creator, body: given.body.trim(), id: given.id, created: true };
    for (const key of known.required[list] ?? []) {
      if (key in there && !there[key]) faults.push(["warning", "required", key, key === "sources" ? "source" : key]);
    }
    const isOpinion = given.kind === "correction" || given.kind === "cross-reference";
    if (!sources.length && !isOpinion && !(known.required[list] ?? []).includes("sources")) {
      faults.push(["warning", "no-source", "", "source"]);
    }
  }

  function isLinkKnown(name, known, text) {
    const [, kind, id] = /^(?:(note|event|reading):)?(.*)$/.exec(name);
    const has = (list, one) => list.some(([key]) => key === one);
    if (kind === "event") return has(known.events, id);
    if (kind === "reading") return has(known.readings, id);
    // Of the notes of other texts, those texts know.
    if (kind === "note") return id.includes("/") ? has(known.readings, id.split("/")[0]) : text.ids.notes.includes(id);
    return has(known.terms, id);
  }

  /* A source that is not on the list, as an entry of `references`; and what is wrong with it. */
  function newSource(given, taken, known) {
    const authors = given.author.split(";").map(name => name.trim()).filter(Boolean);
    const named = authors.map(name => {
      const [family, first] = name.split(",").map(part => part.trim());
      return first ? { family, given: first } : name;
    });
    const who = authors[0]?.split(",")[0] || given.container || given.publisher || given.title;
    const base = idOf(`${who} ${given.issued.slice(0, 4)}`) || idOf(`source ${given.issued.slice(0, 4)}`);
    const reference = filled({
      id: freeId(base, taken),
      type: given.type,
      title: given.title,
      author: named,
      "container-title": given.container,
      publisher: given.publisher,
      issued: given.issued,
      URL: given.url,
    });
    const faults = [];
    if (!given.title) faults.push(["error", "need-source-title", "", "source-title"]);
    if (!given.issued) faults.push(["error", "need-source-date", "", "source-issued"]);
    else if (given.issued !== "n.d." && !DATE.test(given.issued)) {
      faults.push(["error", "bad-date", given.issued, "source-issued"]);
    }
    if (!given.publisher && !given.container && !known.withoutPublisher.includes(given.type)) {
      faults.push(["error", "need-source-publisher", "", "source-publisher"]);
    }
    if (given.url && !WEB.test(given.url)) faults.push(["error", "bad-address", given.url, "source-url"]);
    return { reference, faults };
  }

  readings.contribution = { idOf, freeId, takenIds, fileOf, faultsOf, newSource };
})(window.readings);
