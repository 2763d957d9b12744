/* Divides lines among pages, with the notes at the foot of the page on which their marks stand. */

(readings => {
  "use strict";

  const MOST_CARRIED = 0.6; // of a page, for notes from the pages before, while there is text

  const sum = numbers => numbers.reduce((total, number) => total + number, 0);

  /* How many lines are seen: the number of a note may be one of no height, beside its first line. */
  const seen = heights => heights.filter(Boolean).length;

  /* The height of the first two lines of a note. */
  const beginningOf = heights => sum(heights.slice(0, heights[0] ? 2 : 3));

  /* Whether a page may end after a line: not after a heading, and not with or before a single line of
     a paragraph. */
  function mayEnd(lines, index) {
    const line = lines[index];
    if (index === lines.length - 1) return true;
    return !line.staysWithNext && (line.isLast || (!line.isFirst && !lines[index + 1].isLast));
  }

  /* The pages: each with the lines `from` one `to` another (not included), and `pieces` of notes, with
     their lines from one to another likewise.

     `lines` have a `top` and a `bottom` in one column, and the numbers of their `notes`. `notes` are
     the heights of the lines of each. `room` is the height of a page, and `gap` that between text and
     notes. All heights are in one unit. A line that is higher than a page has one of its own. */
  readings.fillPages = (lines, notes, room, gap) => {
    const pages = [];
    let from = 0;
    let carried = []; // notes that go on, with their next line

    /* Put lines of notes on a page while there is room; the rest is carried. */
    function place(wanted, space, pieces) {
      const rest = [];
      let left = space;
      for (const { note, at } of wanted) {
        let to = at;
        while (!rest.length && to < notes[note].length && notes[note][to] <= left) left -= notes[note][to++];
        // A number does not stand alone at the end of a page, nor a last line on the next one.
        const here = seen(notes[note].slice(at, to));
        if (!here && to < notes[note].length) to = at;
        else if (notes[note].length - to === 1 && here > 2) left += notes[note][--to];
        if (to > at) pieces.push({ note, from: at, to });
        if (to < notes[note].length) rest.push({ note, at: to });
      }
      return { rest, used: space - left };
    }

    while (from < lines.length || carried.length) {
      const hasText = from < lines.length;
      const pieces = [];
      const { rest, used } = place(carried, room * (hasText ? MOST_CARRIED : 1) - gap, pieces);
      if (!hasText && !pieces.length) { // a line of a note that is higher than a page
        const [{ note, at }] = rest;
        pieces.push({ note, from: at, to: at + 1 });
        carried = rest.map((one, index) => (index ? one : { note, at: at + 1 }))
          .filter(one => one.at < notes[one.note].length);
        pages.push({ from, to: from, pieces });
        continue;
      }
      let total = used + (pieces.length ? gap : 0);
      let to = from;
      let index = from;
      for (; index < lines.length; index++) {
        const line = lines[index];
        if (rest.length && line.notes.length) break;
        const height = line.bottom - lines[from].top;
        const before = total + (!total && line.notes.length ? gap : 0);
        const all = line.notes.map(note => sum(notes[note]));
        const [last] = line.notes.slice(-1);
        const least = sum(all.slice(0, -1)) + (line.notes.length ? beginningOf(notes[last]) : 0);
        if (height + before + least > room) break;
        total = before + sum(all);
        if (mayEnd(lines, index)) to = index + 1;
        if (height + total > room) {
          index++;
          break;
        }
      }
      if (hasText && to === from) to = Math.max(index, from + 1);
      const own = lines.slice(from, to).flatMap(line => line.notes)
        .sort((one, other) => one - other) // a passage around another one ends after it
        .map(note => ({ note, at: 0 }));
      const text = hasText ? lines[to - 1].bottom - lines[from].top : 0;
      const space = room - text - used - gap;
      carried = rest.length ? [...rest, ...own] : place(own, space, pieces).rest;
      pages.push({ from, to, pieces });
      from = to;
    }
    return pages;
  };
})(window.readings);
