/* Notes beside the text: each entry at the height of its mark.

   Whether there is room, and how wide the margin is, is for the style sheet to say (margin.css). It
   takes the notes out of what follows the text before anything is drawn, so nothing moves when this
   script sets their heights. */

(readings => {
  "use strict";

  const GAP = 10; // pixels between two notes
  const root = document.documentElement;

  readings.onPage(signal => {
    const control = document.getElementById("margin-notes");
    const column = document.querySelector(".apparatus-note");
    if (!control || !column) {
      delete root.dataset.notes; // instant navigation keeps what the page before said
      return;
    }
    const article = column.parentElement;
    const text = article.querySelector(".reading");
    root.dataset.notes = text.dir === "rtl" ? "left" : "right";
    const notes = [...column.querySelectorAll(".entry")].map(entry => {
      const mark = document.getElementById(`at-${entry.id}`);
      return { entry, mark, block: mark.closest(`[data-paragraph][data-annotation~="${entry.id}"]`) };
    });
    let grown = 0;
    let waits = false;

    const isBeside = () =>
      getComputedStyle(column).position === "absolute" && column.checkVisibility();

    /* First everything is read, then everything is written: one layout, however many notes. */
    function place() {
      waits = false;
      let tops = [];
      let growth = 0;
      const isFirst = !("placed" in column.dataset);
      if (isBeside()) {
        column.dataset.placed = "";
        const above = column.getBoundingClientRect().top;
        for (const note of notes) {
          // A mark is raised a little, and as high as its line: from its middle, half a line.
          const { top, bottom } = (note.block ?? note.mark).getBoundingClientRect();
          note.wanted = (note.block ? top : (top + bottom) / 2 - 6) - above;
          note.height = note.entry.offsetHeight;
        }
        notes.sort((one, other) => one.wanted - other.wanted);
        const first = (article.querySelector(".whole-reading") ?? text).getBoundingClientRect().top;
        const heights = notes.map(note => note.height);
        tops = readings.marginPlaces(notes.map(note => note.wanted), heights, GAP, first - above);
        const end = tops.at(-1) + heights.at(-1) + GAP;
        const { bottom } = article.getBoundingClientRect();
        growth = Math.max(0, Math.ceil(end - (bottom - grown - above)));
      }
      notes.forEach(({ entry }, index) => {
        entry.style.top = index in tops ? `${Math.round(tops[index])}px` : "";
      });
      // Notes may reach below all that is beside them: the page reaches as far.
      if (growth !== grown) article.style.paddingBottom = growth ? `${growth}px` : "";
      grown = growth;
      if (tops.length && isFirst) {
        // The browser has been where the note stood before it had a place.
        const [{ type } = {}] = performance.getEntriesByType("navigation");
        if (type === "navigate") column.querySelector(":target")?.scrollIntoView();
      }
    }

    function placeSoon() {
      if (!waits) requestAnimationFrame(place);
      waits = true;
    }

    function show(isShown) {
      control.checked = isShown;
      if (isShown) delete root.dataset.marginNotes;
      else root.dataset.marginNotes = "off";
    }

    show(readings.kept("margin-notes") !== "off");
    control.addEventListener("change", () => {
      readings.keep("margin-notes", control.checked ? null : "off");
      show(control.checked);
      document.dispatchEvent(new Event("readings:layout"));
    }, { signal });

    document.addEventListener("readings:layout", placeSoon, { signal });
    // Called before the first drawing as well. The article: what is above the text may unfold.
    const observer = new ResizeObserver(place);
    for (const observed of [article, text, column, ...notes.map(note => note.entry)]) {
      observer.observe(observed);
    }
    signal.addEventListener("abort", () => observer.disconnect());
  });
})(window.readings);
