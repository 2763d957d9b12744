/* The handout: the page as sheets of paper, with notes at their foot and numbers of lines.

   Browsers know no notes at the foot of a page. So a copy of the page is laid out in one column, as
   wide as on paper; its lines are fixed (line-breaking.js), divided among pages (page-filling.js), and
   moved there. The page itself stays as it is; style sheets show one or the other. */

(readings => {
  "use strict";

  const root = document.documentElement;
  const LEFT_OUT = ".reading-tools, .citing-tools, .annotations-popover, .readings-status, .keys, nav, "
    + ".left-below, .headerlink, dialog, script, button, .entry-tools, .part-neighbours";
  const STAY_WITH_NEXT = "h1, h2, h3, h4, h5, h6, .heading, .editorial, .question, .lemma, "
    + "summary, .places-reading";
  // An entry that is lower than this part of a page is kept on one.
  const KEPT_WHOLE = { question: 0.8, other: 0.25 };
  const EVERY = 5;
  let handout = null;
  let notes = null; // on the root, where they stand on the screen

  const made = (name, className, ...children) => {
    const element = document.createElement(name);
    element.className = className;
    element.append(...children);
    return element;
  };

  /* Ids are those of the page itself; in the copy they have a prefix, and links stay inside it. */
  function renamed(copy) {
    for (const element of copy.querySelectorAll("[id]")) element.id = `sheet-${element.id}`;
    for (const name of ["aria-details", "aria-labelledby", "data-reading", "data-long"]) {
      for (const element of copy.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
    }
    for (const link of copy.querySelectorAll("a[href^='#']")) {
      link.setAttribute("href", `#sheet-${link.getAttribute("href").slice(1)}`);
    }
    for (const details of copy.querySelectorAll("details")) details.open = true;
    // What style sheets would write after a link would not be part of a line.
    const isWritten = link => /^"? ?<|attr\(href\)/.test(getComputedStyle(link, "::after").content);
    for (const link of [...copy.querySelectorAll("a[href]")].filter(isWritten)) {
      link.after(made("span", "address", ` <${link.getAttribute("href")}>`));
      link.classList.add("is-written");
    }
    return copy;
  }

  function copyOfPage() {
    const copy = made("div", "md-typeset");
    for (const child of document.querySelector("article").children) {
      if (!child.matches(LEFT_OUT)) copy.append(child.cloneNode(true));
    }
    for (const other of copy.querySelectorAll(LEFT_OUT)) other.remove();
    return copy;
  }

  /* A note for the foot of a page: without the words that it quotes, which stand above it. */
  function atFoot(entry) {
    entry.querySelectorAll(".mentions").forEach(list => list.remove()); // where it is mentioned
    const lemma = entry.querySelector(".lemma");
    lemma.querySelector("q")?.remove();
    lemma.querySelectorAll(".way-back").forEach(link => link.remove());
    const number = lemma.querySelector(".label");
    number.classList.add("note-number");
    entry.prepend(number);
    if (!lemma.textContent.trim()) lemma.remove();
    return made("div", "md-typeset", entry);
  }

  const linesIn = element => [...element.querySelectorAll(".line, .piece")];

  function numberLines(lines) {
    let number = 0;
    for (const line of lines) {
      if (!line.closest(".reading")) continue;
      const copy = line.cloneNode(true);
      copy.querySelectorAll("[data-apparatus]").forEach(other => other.remove());
      const isCounted = copy.textContent.trim() && !line.parentElement.closest("[data-apparatus]")
        && !line.matches(".goes-on");
      if (isCounted && ++number % EVERY === 0) line.dataset.number = number;
    }
  }

  /* What page-filling.js needs to know of the lines of the text. */
  function measured(lines, numberOf, room) {
    const isKeptWhole = entry => entry.offsetHeight
      < room * KEPT_WHOLE[entry.matches(".entry-question") ? "question" : "other"];
    return lines.map((line, index) => {
      const entry = line.closest(".entry");
      const { top, bottom } = line.getBoundingClientRect();
      const among = [...line.parentElement.children].filter(each => each.matches(".line, .piece"));
      return {
        top,
        bottom,
        isFirst: among[0] === line,
        isLast: among.at(-1) === line,
        staysWithNext: Boolean(line.closest(STAY_WITH_NEXT))
          || (entry !== null && entry === lines[index + 1]?.closest(".entry") && isKeptWhole(entry)),
        notes: [...line.querySelectorAll(".mark-note a")]
          .map(link => link.getAttribute("href").slice(1))
          .filter(id => numberOf.has(id))
          .map(id => {
            const number = numberOf.get(id);
            numberOf.delete(id); // at its first mark
            return number;
          }),
      };
    });
  }

  /* The heights of the lines of a note, the last one with the space below it. */
  function heightsOf(note) {
    const boxes = linesIn(note).map(line => line.getBoundingClientRect());
    const { bottom } = note.getBoundingClientRect();
    return boxes.map(({ top }, index) => (boxes[index + 1]?.top ?? bottom + 4) - top);
  }

  /* Rules for all pages, which come and go with the sheets: not every browser knows named ones. */
  const pageRules = new CSSStyleSheet();

  function setPaper(paper) {
    pageRules.replaceSync(`@page { size: ${paper}; margin: 0; @bottom-center { content: none } }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets.filter(one => one !== pageRules), pageRules];
  }

  function clear() {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(one => one !== pageRules);
    if (handout?.isConnected && notes) root.dataset.notes = notes;
    handout?.remove();
    handout = null;
    delete root.dataset.sheets;
  }

  function lay() {
    clear();
    const { view } = readings;
    const paper = view.get("print-paper");
    notes = root.dataset.notes;
    delete root.dataset.notes;
    root.dataset.sheets = "";
    setPaper(paper);
    const isAtFoot = view.get("print-notes") === "foot";
    const galley = made("div", `galley ${paper}`);
    const frame = made("div", "frame", galley);
    Object.assign(frame.dataset, root.dataset, { mdColorScheme: "default" });
    handout = made("div", "handout", frame);
    handout.dir = root.dir;
    document.querySelector(".md-content").append(handout);

    const copy = copyOfPage();
    galley.append(copy);
    renamed(copy);
    const feet = new Map();
    if (isAtFoot) {
      const isShown = entry => getComputedStyle(entry).display !== "none";
      for (const entry of [...copy.querySelectorAll(".apparatus-note > .entry")].filter(isShown)) {
        feet.set(entry.id, atFoot(entry));
      }
      copy.querySelector(".apparatus-note")?.remove();
    }
    const foot = made("div", "foot", ...feet.values());
    galley.append(foot);
    readings.breakLines([...copy.children, ...feet.values()]);

    const lines = linesIn(copy);
    if (view.get("print-lines") === "on") numberLines(lines);
    const numberOf = new Map([...feet.keys()].map((id, index) => [id, index]));
    const sizes = getComputedStyle(galley);
    const room = parseFloat(sizes.maxHeight);
    const texts = measured(lines, numberOf, room);
    // Notes without a mark that is shown come at the end.
    texts.at(-1)?.notes.push(...numberOf.values());
    const heights = [...feet.values()].map(heightsOf);
    const pages = readings.fillPages(texts, heights, room, parseFloat(sizes.rowGap));

    build(pages, copy, lines, [...feet.values()], frame, paper);
    galley.remove();
    frame.classList.add("laid-out");
  }

  /* Move everything to its sheet, from the end, so that what is before a cut stays where it is. */
  function build(pages, copy, lines, feet, frame, paper) {
    const bodies = pages.map(() => null);
    for (let index = pages.length - 1; index >= 0; index--) {
      const { from, to } = pages[index];
      const body = made("div", "md-typeset");
      if (from < to) body.append(index ? readings.cut(copy, lines[from], 0) : copy);
      bodies[index] = index || from === to ? body : copy;
    }
    const title = document.querySelector("h1").cloneNode(true);
    title.querySelectorAll(".headerlink").forEach(link => link.remove());
    pages.forEach(({ pieces }, index) => {
      const notesHere = made("div", "foot");
      for (const { note, from, to } of pieces) {
        const whole = feet[note];
        const inNote = linesIn(whole);
        if (to - from < inNote.length) {
          const rest = made("div", "md-typeset goes-on");
          rest.append(readings.cut(whole, inNote[to - from], 0));
          feet[note] = rest;
        }
        notesHere.append(whole);
      }
      const folio = made("p", "folio", index ? `${title.textContent.trim()} · ` : "", `${index + 1} / ${pages.length}`);
      const sheet = made("section", `sheet ${paper}`, bodies[index], ...(pieces.length ? [notesHere] : []), folio);
      frame.append(sheet);
    });
    // The first line of a sheet stands at its top.
    const off = bodies.map(body => {
      const first = body.querySelector(".line, .piece");
      return first ? first.getBoundingClientRect().top - body.getBoundingClientRect().top : 0;
    });
    bodies.forEach((body, index) => (body.style.marginTop = `${-off[index]}px`));
  }

  const isPreview = () => readings.view.get("preview") === "on";

  async function show() {
    await document.fonts.ready;
    if (!isPreview()) return clear();
    // As hints.js does before the page is printed.
    for (const hint of document.querySelectorAll("article .hint")) {
      hint.toggleAttribute("data-unfolded", hint.open);
    }
    return lay();
  }

  readings.showHandout = show;
  addEventListener("beforeprint", () => {
    if (readings.wantsSheets() && !isPreview()) lay();
  });
  addEventListener("afterprint", () => {
    if (!isPreview()) clear();
  });
})(window.readings);
