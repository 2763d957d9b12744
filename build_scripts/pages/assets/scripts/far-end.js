/* What a cross-reference refers to: a term, an event, or words of another text, which is fetched,
   sought through, and asked about where they stand in it several times. */

(readings => {
  "use strict";

  const CONTEXT = 40; // characters on either side of a place

  /* The far end of a form's cross-reference.

     Args:
       view: of the form.
       textAt: fetches a text by its address, and says it normalised.
       here: the address of the text that the form is about.
       update: called when a text has come.

     Returns: `given`, what is referred to and what is wrong with it; `isOpen`, whether one of several
     places is to be chosen. */
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

    function passage(reading, words) {
      const quoted = { reading, exact: words };
      const text = normalised[reading];
      if (!text) {
        textAt(new URL(`../${reading}/text.js`, here).href).then(found => {
          normalised[reading] = found;
          update();
        });
        return { refersTo: quoted, farFault: "far-words-loading" };
      }
      const places = texts.findAll(text, { exact: words });
      if (!places.length) return { refersTo: quoted, farFault: "far-words-missing" };
      isOpen = places.length > 1;
      if (isOpen) offerPlaces(text, places);
      const place = places[isOpen ? fields["far-place"].selectedIndex - 1 : 0];
      return place
        ? { refersTo: { reading, ...texts.describe(text, place) } }
        : { refersTo: quoted, farFault: "far-words-several", farCount: places.length };
    }

    /* Let one of several places be chosen, each with what stands around it. */
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
