/* Finds what is wrong with a contribution while it is written. `readings check` finds the same and
   more. A fault is [severity, message, what, field]. */

(readings => {
  "use strict";

  const { contribution } = readings;

  const has = (list, id) => list.some(([one]) => one === id);
  const size = text => [...text].length; // in code points, as Python counts
  const daysIn = (year, month) =>
    // The calendar repeats every 400 years, and `Date` takes the years below 100 for 1900 to 1999.
    new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  const MONTHS_OF_SEASONS = [[3, 5], [6, 8], [9, 11], [12, 12]];

  /* The first and the last day that a date may mean, as `text/edtf_dates.py` has them; nothing for
     an end that is open, and null for a day that does not exist. */
  function daysOf(text) {
    if (text === "" || text === "..") return [];
    const [, sign, digits, open, middle, last] =
      /^Y?(-?)(\d+)(X*)(?:-(\d\d|XX))?(?:-(\d\d|XX))?/.exec(text);
    const years = 10 ** open.length;
    const number = digits * years;
    const year = sign ? 1 - number - years : number;
    const [from, to] = MONTHS_OF_SEASONS[middle - 21] ?? (middle > 0 ? [+middle, +middle] : [1, 12]);
    const end = year + years - 1;
    if (last > daysIn(year, from)) return null;
    return [
      [year, from, last > 0 ? +last : 1],
      [end, to, last > 0 ? +last : daysIn(end, to)],
    ];
  }

  /* Whether one day is before another. */
  function isBefore(day, other) {
    const at = day.findIndex((number, index) => number !== other[index]);
    return at >= 0 && day[at] < other[at];
  }

  /* Whether one date ends before the other begins. 2021 is neither before nor after 2021-10. */
  function isEarlier(date, other) {
    const [[, last], [first]] = [date.split("/").at(-1), other.split("/")[0]].map(daysOf);
    return Boolean(last && first) && isBefore(last, first);
  }

  function isDate(text, { patterns }) {
    if (!new RegExp(patterns.date).test(text)) return false;
    const ends = text.split("/");
    return ends.every(daysOf) && !(ends.length > 1 && isEarlier(ends[1], ends[0]));
  }

  function isPlace(text, { patterns, farthest }) {
    const [, ...degrees] = new RegExp(patterns.coordinates).exec(text) ?? [];
    return degrees.length > 0 && degrees.every((one, number) => Math.abs(one) <= farthest[number]);
  }

  /* By kind: finds the faults that only this kind can have. */
  const OF_KIND = {
    correction({ probable, leaveOut, target }, error) {
      if (leaveOut) return;
      if (!probable) error("need-probable", "reading");
      else if (probable === target.exact) error("same-words", "reading");
    },
    term({ term, coordinates }, error, known) {
      const isTerm = ([, name]) => name.toLowerCase() === term.toLowerCase();
      if (!term) error("need-term", "term");
      else if (known.terms.some(isTerm)) error("taken-term", "term", term);
      if (coordinates && !isPlace(coordinates, known)) error("bad-coordinates", "coordinates", coordinates);
    },
    mention({ knownTerm }, error, known) {
      if (!knownTerm) error("need-known-term", "known-term");
      else if (!has(known.terms, knownTerm)) error("unknown-term", "known-term", knownTerm);
    },
    event({ date, endDate, title }, error, known) {
      if (!date) error("need-date", "date");
      else if (!isDate(date, known)) error("bad-date", "date", date);
      if (endDate && (!isDate(endDate, known) || endDate.includes("/"))) error("bad-date", "end-date", endDate);
      else if (endDate && date.includes("/")) error("two-ends", "end-date");
      else if (endDate && isDate(date, known) && isEarlier(endDate, date)) error("date-order", "end-date");
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
  const NEEDS_BODY = { note: "need-body", term: "need-definition", question: "need-question" };
  const ON_A_MATTER_OF_FACT = ["note", "term", "event"];
  const OUTSIDE_OF_TEXTS = ["term", "event"];
  const NOTHING = { notes: [], questions: [] };

  /* Everything that is wrong with a contribution, errors first. */
  function faultsOf(given, known, text) {
    const { kind, body, id } = given;
    const { longest, patterns } = known;
    const faults = [];
    const error = (message, field, what = "") => faults.push(["error", message, what, field]);
    OF_KIND[kind]?.(given, error, known);
    if (kind !== "mention") {
      if (!body.trim() && NEEDS_BODY[kind]) error(NEEDS_BODY[kind], "body");
      // Terms and events belong to no text, so they name a note with its text.
      const { notes, questions } = OUTSIDE_OF_TEXTS.includes(kind) ? NOTHING : text.ids;
      const knows = name => isKnown(name, known, { note: notes, question: questions });
      const bodies = kind === "question" ? { body, hint: given.hint } : { body };
      for (const [field, text] of Object.entries(bodies)) {
        for (const [name, what] of readings.refusals(text, knows, known.bodies)) error(`refused-${name}`, field, what);
        const length = size(text.trim()) + 1; // with the line break at its end
        if (length > longest.text) error("too-long-text", field, length);
      }
    }
    const { exact = "" } = given.target;
    if (size(exact) > longest.text) error("too-long-quotation", "kind", size(exact));
    if (given.notAdded) error("source-not-added", given.notAdded);
    if (!id) error("need-id", "id");
    else if (!new RegExp(patterns.id).test(id)) error("bad-id", "id", id);
    else if (size(id) > longest.id) error("too-long-text", "id", size(id));
    else if (contribution.takenIds(kind, known, text).includes(id)) error("taken-id", "id", id);
    return kind === "mention" ? faults : [...faults, ...wishes(given, known)];
  }

  /* What this site requires beyond the format, and what reviewers will ask for. */
  function wishes({ kind, sources, creator, body, hint }, known) {
    const given = { sources: sources.length, creator, body: body.trim(), hint: hint.trim() };
    const required = known.required[contribution.listOf(kind)] ?? [];
    const missing = required.filter(key => key in given && !given[key]);
    const found = missing.map(key => ["error", "required", key, key === "sources" ? "source" : key]);
    if (!sources.length && ON_A_MATTER_OF_FACT.includes(kind) && !missing.includes("sources")) {
      found.push(["warning", "no-source", "", "source"]);
    }
    return found;
  }

  /* Whether a link between double brackets leads somewhere. */
  function isKnown(name, known, inReading) {
    const [, kind = "term", id] = /^(?:([^:]*):)?(.*)$/s.exec(name);
    if (!known.bodies.linkKinds.includes(kind)) return false;
    const here = inReading[kind];
    if (!here) return has(known[`${kind}s`], id);
    // Which notes and questions another text has is not known here.
    return id.includes("/") ? has(known.readings, id.split("/")[0]) : here.includes(id);
  }

  const FIELDS_OF_SOURCE = { URL: "url", DOI: "doi", "container-title": "container" };

  /* What is wrong with a source that is described anew. */
  function faultsOfSource(given, known) {
    const faults = [];
    const error = (message, field, what = "") => faults.push(["error", message, what, field]);
    const { title, issued, publisher, container, type, url, doi } = given;
    const { longest, patterns } = known;
    for (const key of known.required.references ?? []) {
      const name = FIELDS_OF_SOURCE[key] ?? key;
      if (given[name] === "") error("required", `source-${name}`, key);
    }
    if (!title) error("need-source-title", "source-title");
    if (!issued) error("need-source-date", "source-issued");
    else if (issued !== known.noDate && !isDate(issued, known)) error("bad-date", "source-issued", issued);
    if (!publisher && !container && !known.withoutPublisher.includes(type)) {
      error("need-source-publisher", "source-publisher");
    }
    const isAddress = new RegExp(patterns.address).test(url) && size(url) <= longest.address;
    if (doi && !new RegExp(patterns.doi).test(doi)) error("bad-doi", "source-doi", doi);
    if (url && !isAddress) error("bad-address", "source-url", url);
    return faults;
  }

  Object.assign(contribution, { faultsOf, faultsOfSource });
})(window.readings);
