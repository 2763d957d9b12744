/* Notes beside the text: each entry at the height of its mark.

   The page says which notes have room there, and which are shortened (margin_room.py).

   The style sheet (margin.css) says whether there is room and how wide the margin is. It takes the
   notes out of the content after the text before anything is drawn, so nothing moves when this script
   sets their heights.

   In a long reading the browser lays out only the content near the window (long-readings.css).
   Measuring a mark far away would force it to lay out that paragraph, so a note is put beside the
   beginning of its paragraph until the paragraph comes near. Better positions then move only notes
   that are out of sight: a visible note stays beside its words. */

(readings => {
  "use strict";

  const GAP = 10; // pixels between two notes
  const SHORT_GAP = 4; // after notes on one line
  const LEAST_END = 640; // below the top of a text that is shorter than that
  const NEAR = 2; // windows: Chromium lays out content up to one and a half beyond the window
  const root = document.documentElement;

  readings.onPage(signal => {
    const column = document.querySelector(".apparatus-note");
    if (!column || !document.querySelector(".panel [name=margin-notes]")) {
      delete root.dataset.notes; // instant navigation keeps the attribute of the previous page
      return;
    }
    const article = column.parentElement;
    const text = article.querySelector(".reading");
    root.dataset.notes = text.dir === "rtl" ? "left" : "right";
    const paragraphs = [...text.querySelectorAll("[data-paragraph]")];
    const isLong = readings.isLaidOutNearby(text);
    // By note: the element it belongs to, its `top`, and whether it `stays` there.
    const notes = [...column.querySelectorAll('.entry:not([data-beside="below"]), .left-below')].map(entry => {
      const mark = document.getElementById(entry.dataset.at ?? `at-${entry.id}`);
      const paragraph = mark.closest("[data-paragraph]");
      const isWhole = paragraph?.matches(`[data-annotation~="${entry.id}"]`);
      return { entry, mark, paragraph, isWhole, lines: Number(entry.dataset.beside) };
    });
    let grown = 0;
    let width = 0;
    let here = null; // a visible paragraph, and where it was when notes were placed
    let waits = false;

    const isBeside = () =>
      getComputedStyle(column).getPropertyValue("--beside") && column.checkVisibility();

    const isNear = ({ top, bottom }) =>
      bottom > -NEAR * innerHeight && top < (1 + NEAR) * innerHeight;

    /* The top that a note would have if it were alone, in pixels of the window. */
    function wantedTop({ mark, paragraph, isWhole }) {
      const block = paragraph && (isWhole || isLong) && paragraph.getBoundingClientRect();
      if (block && (isWhole || !isNear(block))) return block.top;
      // A mark is raised a little and as high as its line, so half a line is measured from its
      // middle.
      const { top, bottom } = mark.getBoundingClientRect();
      return (top + bottom) / 2 - 6;
    }

    /* The tops of all notes, arranged around those beside the window, which stay beside their words. */
    function placesOf(above, first, last) {
      const heights = notes.map(note => note.height);
      const wanted = notes.map(note => note.wanted);
      const moved = here && here.paragraph.getBoundingClientRect().top - above - here.top;
      const start = here
        ? notes.findIndex(note => note.stays && note.top + moved + note.height > -above)
        : -1;
      const kept = [];
      for (let index = start; index >= 0 && notes[index]?.stays; index++) {
        kept.push(notes[index].top + moved);
      }
      return (
        (kept.length && readings.marginPlacesAround(wanted, heights, GAP, first, last, start, kept)) ||
        readings.marginPlaces(wanted, heights, GAP, first, last)
      );
    }

    /* Notes stay where they are if they are visible or would be after scrolling by one window. */
    function keepPlaces(above) {
      const paragraph = paragraphs.find(one => one.getBoundingClientRect().bottom > 0);
      here = paragraph && { paragraph, top: paragraph.getBoundingClientRect().top - above };
      for (const note of notes) {
        const top = note.top + above;
        note.stays =
          top < 2 * innerHeight &&
          top + note.height > -innerHeight &&
          note.entry.firstElementChild.checkVisibility({ contentVisibilityAuto: true });
      }
    }

    /* All reads come before all writes, so the browser lays out once for any number of notes. */
    function place() {
      waits = false;
      let tops = [];
      let growth = 0;
      const isFirst = !("placed" in column.dataset);
      if (isBeside()) {
        column.dataset.placed = "";
        if (width !== text.clientWidth) here = null;
        width = text.clientWidth;
        const above = article.getBoundingClientRect().top;
        const { entry } = notes.find(note => note.lines) ?? notes[0];
        const line = parseFloat(getComputedStyle(entry).lineHeight);
        for (const note of notes) {
          note.wanted = wantedTop(note) - above;
          // A shortened note keeps its room while it is unfolded.
          note.height = note.lines ? note.lines * line : note.entry.offsetHeight;
          if (note.lines === 1) note.height += SHORT_GAP - GAP;
        }
        notes.sort((one, other) => one.wanted - other.wanted);
        const first = (article.querySelector(".whole-reading") ?? text).getBoundingClientRect().top;
        const box = text.getBoundingClientRect();
        tops = placesOf(above, first - above, Math.max(box.bottom, box.top + LEAST_END) - above);
        notes.forEach((note, index) => (note.top = tops[index]));
        if (isLong) keepPlaces(above);
        const end = tops.at(-1) + notes.at(-1).height + GAP;
        const { bottom } = article.getBoundingClientRect();
        growth = Math.max(0, Math.ceil(end - (bottom - grown - above)));
      }
      for (const { entry, top, lines } of notes) {
        if (lines) entry.style.setProperty("--lines", lines);
        entry.style.top = tops.length ? `${Math.round(top)}px` : "";
      }
      // Notes may reach below everything beside them, so the page is extended to hold them.
      if (growth !== grown) article.style.paddingBottom = growth ? `${growth}px` : "";
      grown = growth;
      if (tops.length && isFirst) {
        // The browser scrolled to where the note stood before it had its place.
        const [{ type } = {}] = performance.getEntriesByType("navigation");
        if (type === "navigate") column.querySelector(":target")?.scrollIntoView();
      }
    }

    /* Place notes in the next frame. Beside a long text wait one more, so that the content which the
       reader asked for is drawn first. */
    function placeSoon() {
      const last = () => requestAnimationFrame(place);
      if (!waits) requestAnimationFrame(isLong ? last : place);
      waits = true;
    }

    document.addEventListener("readings:layout", () => {
      here = null;
      placeSoon();
    }, { signal });
    text.addEventListener("contentvisibilityautostatechange", placeSoon, { signal });
    // It is called before the first drawing, too. The article is observed because content above the
    // text may unfold.
    const observer = new ResizeObserver(() => {
      if (isLong && "placed" in column.dataset) placeSoon();
      else place();
    });
    for (const observed of [article, text, column, ...notes.map(note => note.entry)]) {
      observer.observe(observed);
    }
    signal.addEventListener("abort", () => observer.disconnect());
  });
})(window.readings);
