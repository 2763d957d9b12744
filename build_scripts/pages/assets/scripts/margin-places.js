/* Where notes stand in a margin that has too little room for each beside its own line. */

/* Of all ways to set the notes below one another, in their order and none above the beginning, the
   one with the least sum of squared distances from the places wanted. There is exactly one.

   Notes that want the same room form a run, whose notes touch; the best place for a run is the mean
   of what its notes want, and a run that would reach into the one above it is joined with it
   (isotonic regression by pooling adjacent violators, in linear time).

   `wanted` are tops in the order of the notes, `heights` those of the notes; both in one unit with `gap`,
   the least room between two notes, and `first`, above which none may begin. */
window.readings.marginPlaces = (wanted, heights, gap, first) => {
  "use strict";

  // A run: the number of its notes, the height of all with their gaps, and the sum of the tops that
  // each of them alone would want the run to have.
  const runs = [];
  wanted.forEach((place, index) => {
    let run = { count: 1, height: heights[index] + gap, sum: place };
    let above;
    while ((above = runs.at(-1)) && above.sum / above.count + above.height > run.sum / run.count) {
      runs.pop();
      run = {
        count: above.count + run.count,
        height: above.height + run.height,
        sum: above.sum + run.sum - run.count * above.height,
      };
    }
    runs.push(run);
  });

  const tops = [];
  let end = first;
  for (const { count, sum } of runs) {
    end = Math.max(end, sum / count);
    for (let index = 0; index < count; index++) {
      end += heights[tops.push(end) - 1] + gap;
    }
  }
  return tops;
};

/* The same around notes that stand where they are: those from number `start`, at the tops `kept`.
   Null where the others find no room. */
window.readings.marginPlacesAround = (wanted, heights, gap, first, start, kept) => {
  "use strict";

  const { marginPlaces } = window.readings;
  const end = start + kept.length;
  for (let index = 1; index < kept.length; index++) {
    if (kept[index] < kept[index - 1] + heights[start + index - 1] + gap - 1) return null;
  }
  // Upside down, those above the kept ones are below them.
  const upwards = heights.slice(0, start).reverse();
  const downTo = wanted.slice(0, start).map((place, index) => -place - heights[index]).reverse();
  const above = marginPlaces(downTo, upwards, gap, gap - kept[0])
    .map((place, index) => -place - upwards[index])
    .reverse();
  if (start && above[0] < first) return null;
  const from = kept.at(-1) + heights[end - 1] + gap;
  return [...above, ...kept, ...marginPlaces(wanted.slice(end), heights.slice(end), gap, from)];
};
