/* What is wrong with a contribution before anybody else has seen it. `readings check` finds the same,
   and more. A fault is [severity, message, what, field]. */

(readings => {
  "use strict";

  const { contribution } = readings;
  const ID = /^[a-z][a-z0-9-]*$/;
  const DATE = /^-?\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
  const WEB = /^https?:\/\/[^/?#@\s]+([/?#]\S*)?$/;
  const LONGEST_TEXT = 10_000;

  const has = (list, id) => list.some(([one]) => one === id);
  const isDay = text => /^\d{4}-\d\d-\d\d$/.test(text);
  const isDate = text =>
    DATE.test(text) && (!isDay(text) || new Date(text).toISOString().startsWith(text));

  /* Of each kind, the faults of what only it has. */
  const OF_KIND = {
    correction({ probable, target }, error) {
      if (!probable) error("need-probable", "reading");
      else if (probable === target.exact) error("same-words", "reading");
    },
    term({ term }, error, known) {
      const isTerm = ([, name]) => name.toLowerCase() === term.toLowerCase();
      if (!term) error("need-term", "term");
      else if (known.terms.some(isTerm)) error("taken-term", "term", term);
    },
    mention({ knownTerm }, error, known) {
      if (!knownTerm) error("need-known-term", "known-term");
      else if (!has(known.terms, knownTerm)) error("unknown-term", "known-term", knownTerm);
    },
    event({ date, endDate, title }, error) {
      if (!date) error("need-date", "date");
      else if (!isDate(date)) error("bad-date", "date", date);
      if (endDate && !isDate(endDate)) error("bad-date", "end-date", endDate);
      else if (endDate && endDate < date.slice(0, endDate.length)) error("date-order", "end-date");
      if (!title) error("need-title", "title");
    },
    "cross-reference"({ refersTo, farFault, farCount }, error, known) {
      const end = ["reading", "term", "event"].find(one => one in refersTo);
      const named = refersTo[end];
      if (!named) error("need-far-end", `far-${end}`);
      else if (!has(known[`${end}s`], named)) error(`unknown-${end}`, `far-${end}`, named);
      if (farFault) error(farFault, "far-words", farCount);
    },
  };
  const NEEDS_BODY = { note: "need-body", term: "need-definition" };
  const ON_A_MATTER_OF_FACT = ["note", "term", "event"];

  /* Everything that is wrong with a contribution, errors first. */
  function faultsOf(given, known, text) {
    const { kind, body, id } = given;
    const faults = [];
    const error = (message, field, what = "") => faults.push(["error", message, what, field]);
    OF_KIND[kind]?.(given, error, known);
    if (kind !== "mention") {
      if (!body.trim() && NEEDS_BODY[kind]) error(NEEDS_BODY[kind], "body");
      const knows = name => isKnown(name, known, text);
      for (const [name, what] of readings.refusals(body, knows)) error(`refused-${name}`, "body", what);
      if (body.length > LONGEST_TEXT) error("too-long-text", "body", body.length);
    }
    const { exact = "" } = given.target;
    if (exact.length > LONGEST_TEXT) error("too-long-quotation", "kind", exact.length);
    if (given.notAdded) error("source-not-added", given.notAdded);
    if (!id) error("need-id", "id");
    else if (!ID.test(id)) error("bad-id", "id", id);
    else if (contribution.takenIds(kind, known, text).includes(id)) error("taken-id", "id", id);
    return kind === "mention" ? faults : [...faults, ...wishes(given, known)];
  }

  /* What this site demands beyond the format, and what reviewers will ask for. */
  function wishes({ kind, sources, creator, body }, known) {
    const given = { sources: sources.length, creator, body: body.trim() };
    const required = known.required[contribution.listOf(kind)] ?? [];
    const missing = required.filter(key => key in given && !given[key]);
    const found = missing.map(key => ["error", "required", key, key === "sources" ? "source" : key]);
    if (!sources.length && ON_A_MATTER_OF_FACT.includes(kind) && !missing.includes("sources")) {
      found.push(["warning", "no-source", "", "source"]);
    }
    return found;
  }

  /* Whether what a link between double brackets names is there. */
  function isKnown(name, known, text) {
    const [, kind, id] = /^(?:(note|event|reading):)?(.*)$/.exec(name);
    if (kind === "event") return has(known.events, id);
    if (kind === "reading") return has(known.readings, id);
    if (kind !== "note") return has(known.terms, id);
    // Of the notes of other texts, those texts know.
    return id.includes("/") ? has(known.readings, id.split("/")[0]) : text.ids.notes.includes(id);
  }

  const FIELDS_OF_SOURCE = { URL: "url", "container-title": "container" };

  /* What is wrong with a source that is described anew. */
  function faultsOfSource(given, known) {
    const faults = [];
    const error = (message, field, what = "") => faults.push(["error", message, what, field]);
    const { title, issued, publisher, container, type, url } = given;
    for (const key of known.required.references ?? []) {
      const name = FIELDS_OF_SOURCE[key] ?? key;
      if (given[name] === "") error("required", `source-${name}`, key);
    }
    if (!title) error("need-source-title", "source-title");
    if (!issued) error("need-source-date", "source-issued");
    else if (issued !== "n.d." && !isDate(issued)) error("bad-date", "source-issued", issued);
    if (!publisher && !container && !known.withoutPublisher.includes(type)) {
      error("need-source-publisher", "source-publisher");
    }
    if (url && !WEB.test(url)) error("bad-address", "source-url", url);
    return faults;
  }

  Object.assign(contribution, { faultsOf, faultsOfSource, longestText: LONGEST_TEXT });
})(window.readings);
