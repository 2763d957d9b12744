/* The annotations of a place, copied from the apparatus into one popover beside it.

   It opens while a mouse rests on annotated words or a mark, while the Tab key rests on a mark, and
   for good by a click, a tap, Enter or Space. It closes by Escape, by a click or tap elsewhere, and
   when its words leave the window. Unless it was opened for good, it also closes when the pointer or
   the focus leaves. Listeners are on the document because there may be thousands of marks. */

(readings => {
  "use strict";

  const OPENS_AFTER = 250;
  const CLOSES_AFTER = 300;
  const EDGE = 12;
  const MARK = ".mark a, a.annotated";
  const PLACE = `${MARK}, .annotated`;

  let popover = null;
  let place = null; // the place that is shown, or null
  let mark = null; // the focus returns to it
  let lineNumber = 0;
  let along;
  let staysOpen = false;
  let timer = 0;
  let scrolled = { by: 0, to: 0 }; // so that the words are not below a sheet

  const isMark = element => element.matches(MARK);
  const placeOf = target => (target instanceof Element ? target.closest(PLACE) : null);

  function later(milliseconds, action) {
    clearTimeout(timer);
    timer = setTimeout(action, milliseconds);
  }

  /* The entries of a place in the order of the apparatus. Several marks may follow the same words:
     each shows everything that is said of these words, if it belongs to them. */
  function entriesOf(element) {
    let piece = element.closest(".mark") ?? element;
    while (piece?.matches(".mark")) piece = piece.previousElementSibling;
    const own = element.hash?.slice(1);
    let ids = piece?.dataset.annotation?.split(" ") ?? [];
    if (own && !ids.includes(own)) ids = [own];
    const { hiddenLayers, hiddenLevels } = document.documentElement.dataset;
    const hidden = [
      ...(hiddenLayers?.split(" ") ?? []).map(kind => `.entry-${kind}`),
      ...(hiddenLevels?.split(" ") ?? []).map(level => `.level-${level}`),
    ];
    return ids
      .map(id => document.getElementById(id))
      .filter(entry => entry?.matches(".apparatus .entry"))
      .filter(entry => !hidden.some(entries => entry.matches(entries)))
      .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  }

  /* What a copy is headed by: a term, which leads to the glossary, or the name of its mark, such as
     “Note 2”, which leads to the entry. */
  function headOf(entry, kind) {
    const term = entry.querySelector(".lemma > a:not(.way-back)");
    const mark = document.getElementById(`at-${entry.id}`)?.getAttribute("aria-label");
    const head = document.createElement("h2");
    const link = document.createElement("a");
    link.href = term?.href ?? `#${entry.id}`;
    link.className = `line-${kind}`;
    link.textContent = term?.textContent ?? mark ?? entry.parentElement.firstElementChild.textContent;
    head.append(link);
    const spoken = entry.querySelector(".lemma > .pronunciation");
    if (spoken) head.append(" ", spoken.cloneNode(true));
    return head;
  }

  /* Copies of entries, each below a heading. They have no ids, since an id must be unique in a page,
     and do not repeat what the heading says. */
  function fill(entries) {
    const shown = popover.firstElementChild;
    shown.replaceChildren();
    for (const entry of entries) {
      const kind = /entry-(\S+)/.exec(entry.className)[1];
      const copy = entry.cloneNode(true);
      copy.classList.add("copy");
      copy.classList.remove("paired");
      copy.removeAttribute("style"); // its height in the margin
      for (const said of copy.querySelectorAll(".way-back, .lemma > .label")) said.remove();
      if (kind === "term") {
        for (const said of copy.querySelectorAll(":is(.lemma > a, .lemma > .pronunciation)")) said.remove();
      }
      for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
      for (const preview of copy.querySelectorAll(".preview")) preview.open = true;
      copy.removeAttribute("id");
      shown.append(headOf(entry, kind), copy);
    }
    popover.scrollTop = 0;
  }

  /* Show what is said of a place. Returns false where there is nothing to show. */
  function show(element, { forGood = true, pointer } = {}) {
    const entries = popover ? entriesOf(element) : [];
    clearTimeout(timer);
    if (!entries.length) return false;
    fill(entries);
    place = element;
    mark = isMark(element) ? element : document.getElementById(`at-${entries[0].id}`);
    staysOpen = forGood;
    along = pointer?.clientX;
    const lines = [...element.getClientRects()];
    lineNumber = Math.max(0, lines.findIndex(line => pointer?.clientY < line.bottom));
    if (!popover.matches(":popover-open")) popover.showPopover();
    uncover(follow());
    // In a long popover, scroll to the entry that the mark stands for.
    const own = entries.findIndex(entry => `#${entry.id}` === element.hash);
    if (own > 0) popover.scrollTop = popover.querySelectorAll(".copy")[own].offsetTop - 3 * EDGE;
    return true;
  }

  function hide() {
    clearTimeout(timer);
    if (!place) return;
    const hadFocus = popover.contains(document.activeElement);
    place = null;
    popover.hidePopover();
    if (isWhereScrolled()) scrollBy(0, -scrolled.by);
    scrolled.by = 0;
    if (hadFocus) mark?.focus({ preventScroll: true });
  }

  /* Stay beside the words while the page scrolls. Returns how much of them a sheet covers. */
  function follow() {
    if (!place) return 0;
    const lines = place.getClientRects();
    const line = lines[lineNumber] ?? lines[0];
    if (line && line.bottom > 0 && line.top < innerHeight) return readings.place(popover, line, along);
    hide();
    return 0;
  }

  const isWhereScrolled = () => Math.abs(scrollY - scrolled.to) < 2;

  /* Scroll words out from under a sheet. When it closes, the page goes back to where the reader was,
     unless they have gone on. */
  function uncover(height) {
    if (!height) return;
    const before = isWhereScrolled() ? scrolled.by : 0;
    const from = scrollY;
    scrollBy(0, height);
    scrolled = { by: before + scrollY - from, to: scrollY };
  }

  /* Open it for good, with the focus in it; close it if it is open like this already. */
  function open(element, event) {
    if (element === place && staysOpen) hide();
    else if (!show(element, { pointer: event.detail ? event : undefined })) return;
    event.preventDefault();
    event.stopPropagation(); // the theme would follow the link
    if (place) popover.focus({ preventScroll: true });
  }

  function onClick(event) {
    const { target } = event;
    if (popover.contains(target)) {
      if (target.closest(".close, a[href^='#']")) hide();
      return;
    }
    const found = placeOf(target);
    const isPlain = !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    // A mouse has opened it by resting on the words, and may be selecting some of them.
    const opens = found && (isMark(found) || event.pointerType !== "mouse");
    if (opens && isPlain) open(found, event);
    else if (isPlain && place && found !== place) hide();
  }

  function onPointerOver(event) {
    if (event.pointerType !== "mouse" || event.buttons) return;
    const found = placeOf(event.target);
    if (popover.contains(event.target) || (found && found === place)) clearTimeout(timer);
    else if (staysOpen && place) return;
    else if (found) later(OPENS_AFTER, () => show(found, { forGood: false, pointer: event }));
    else if (place) later(CLOSES_AFTER, hide);
    else clearTimeout(timer);
  }

  /* A press is answered by its click. What opened in between might move its words away. */
  function onPointerDown({ pointerType }) {
    if (pointerType === "mouse") clearTimeout(timer);
  }

  function onPointerUp(event) {
    if (getSelection().isCollapsed) onPointerOver(event);
  }

  function onKey(event) {
    const { key, target } = event;
    if (key === "Escape" && place) {
      event.preventDefault();
      hide();
    } else if (key === " " && placeOf(target) === target) {
      open(target, event);
    } else if (key === "Tab" && place && staysOpen) {
      const stops = [...popover.querySelectorAll("a[href], button, summary")].filter(stop =>
        stop.checkVisibility()
      );
      if (event.shiftKey && (target === popover || target === stops[0])) {
        event.preventDefault();
        mark?.focus();
      } else if (!event.shiftKey && target === mark) {
        event.preventDefault();
        stops[0].focus();
      } else if (!event.shiftKey && target === stops.at(-1)) {
        hide(); // the Tab key then continues from the mark
      }
    }
  }

  /* Open it where the Tab key rests on a mark, but not where a script or an address has set the
     focus. */
  function onKeyUp(event) {
    if (event.key !== "Tab" || (staysOpen && place)) return;
    const found = placeOf(event.target);
    if (found && found !== place) later(OPENS_AFTER, () => show(found, { forGood: false }));
    else if (!found) hide();
  }

  readings.onPage(signal => {
    clearTimeout(timer);
    place = null;
    popover = document.querySelector(".annotations-popover");
    if (!popover?.showPopover) {
      popover = null; // marks work as links then
      return;
    }
    let isFollowing = false;
    const onMove = () => {
      if (!place || isFollowing) return;
      isFollowing = true;
      requestAnimationFrame(() => {
        isFollowing = false;
        follow();
      });
    };
    document.addEventListener("click", onClick, { signal, capture: true });
    document.addEventListener("pointerover", onPointerOver, { signal });
    document.addEventListener("pointerdown", onPointerDown, { signal });
    document.addEventListener("pointerup", onPointerUp, { signal });
    document.addEventListener("keydown", onKey, { signal });
    document.addEventListener("keyup", onKeyUp, { signal });
    document.addEventListener("readings:layout", onMove, { signal });
    document.addEventListener("scroll", onMove, { signal, passive: true });
    window.addEventListener("resize", onMove, { signal });
    popover.addEventListener("focusin", () => (staysOpen = true), { signal });
  });

  readings.showAnnotations = element => show(element);
  readings.hideAnnotations = hide;
})(window.readings);
