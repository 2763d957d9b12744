/* What a cross-reference refers to: a term, an event, or words of another text. That text is fetched
   and searched; where the words occur several times, the reader chooses a place. */

(readings => {
  "use strict";

  const CONTEXT = 40; // characters on either side of a place

  /* The far end of the cross-reference in a form.

     Args:
       view: the view of the form.
       textAt: fetches the text at an address and normalises it.
       here: the address of the text that the form is about.
       update: called when another text has arrived.

     Returns: `given`, the far end and its faults; `isOpen`, whether the reader has to choose one of
     several places. */
  readings.farEnd = (view, { textAt, here, update }) => {
    const { fields, known, texts, value, idOf } = view;
    const normalised = {};
    let asked = "";
    let isOpen = false;

    function given() {
      isOpen = false;
      const kind = fields.far.value;
      if (kind === "term") return { refersTo: { term: idOf("far-term", known.terms) } };
      if (kind === "event") return { refersTo: { event: idOf("far-event", known.events) } };
      const reading = idOf("far-reading", known.readings);
      const words = value("far-words");
      if (!words || !known.readings.some(([id]) => id === reading)) return { refersTo: { reading } };
      return passage(reading, words);
    }

    const addressOf = reading => new URL(`../${reading}/text.js`, here).href;

    function passage(reading, words) {
      const quoted = { reading, exact: words };
      const text = normalised[reading];
      if (!text) {
        textAt(addressOf(reading)).then(found => {
          normalised[reading] = found;
          update();
        });
        return { refersTo: quoted, farFault: "far-words-loading" };
      }
      const places = texts.findAll(text, { exact: words });
      const source = readings.sources[addressOf(reading)];
      // Words that are not published may be meant: the check of the project knows them.
      if (!places.length && source.partly) return { refersTo: quoted };
      if (!places.length) return { refersTo: quoted, farFault: "far-words-missing" };
      isOpen = places.length > 1;
      if (isOpen) offerPlaces(text, places);
      const place = places[isOpen ? fields["far-place"].selectedIndex - 1 : 0];
      return place
        ? { refersTo: { reading, ...texts.describeIn(source, text, place) } }
        : { refersTo: quoted, farFault: "far-words-several", farCount: places.length };
    }

    /* Offer the places to choose from, each with its surroundings. */
    function offerPlaces({ source }, places) {
      const lines = places.map(({ start, end }) => {
        const before = source.slice(Math.max(0, start - CONTEXT), start);
        return texts.oneLine(`… ${before}[${source.slice(start, end)}]${source.slice(end, end + CONTEXT)} …`);
      });
      if (asked === lines.join()) return;
      asked = lines.join();
      fields["far-place"].replaceChildren(new Option(""), ...lines.map(line => new Option(line)));
    }

    return { given, isOpen: () => isOpen };
  };
})(window.readings);
