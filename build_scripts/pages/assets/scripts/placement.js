/* Places a box beside the words that it belongs to.

   It measures, because not all browsers support anchor positioning in style sheets. */

(readings => {
  "use strict";

  const GAP = 6;
  const EDGE = 8;
  const asSheet = matchMedia("(max-width: 44.9844em)");

  /* Put a fixed box below a line of words, or above it where there is more room, within the edges of
     the window. `along` is the pointer's place on the line. On a narrow screen the style sheet makes
     the box a sheet at the bottom. Returns how much of the page must scroll up for the words to come
     out from under it. */
  function place(box, line, along) {
    if (asSheet.matches) return Math.max(0, line.bottom + GAP - (innerHeight - box.offsetHeight));
    const width = document.documentElement.clientWidth;
    const below = innerHeight - line.bottom - GAP - EDGE;
    const above = line.top - GAP - EDGE;
    const { style } = box;
    style.setProperty("--room", `${innerHeight}px`);
    const isBelow = box.offsetHeight <= below || below >= above;
    style.setProperty("--room", `${isBelow ? below : above}px`);
    const isRightToLeft = getComputedStyle(box).direction === "rtl";
    const start = along ?? (isRightToLeft ? line.right : line.left);
    const left = isRightToLeft ? start + 2 * EDGE - box.offsetWidth : start - 2 * EDGE;
    const top = isBelow ? line.bottom + GAP : line.top - GAP - box.offsetHeight;
    style.setProperty("left", `${Math.max(EDGE, Math.min(left, width - EDGE - box.offsetWidth))}px`);
    style.setProperty("top", `${Math.max(EDGE, top)}px`);
    return 0;
  }

  readings.place = place;
})(window.readings);
