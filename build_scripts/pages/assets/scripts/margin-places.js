/* Places notes in a margin where they cannot all stand beside their own lines. */

/* The tops with the least sum of squared distances from the wanted ones, with the notes in order, none
   above `first`, and none ending below `last`, if they have room. There is exactly one solution.

   Notes that want the same room form a run of touching notes. The best place for a run is the mean of
   what its notes want, and a run that would overlap the one above is joined with it (isotonic
   regression by pooling adjacent violators, in linear time).

   `wanted` are tops in the order of the notes, and `heights` are the notes' heights. `gap` is the
   least distance between two notes. All are in one unit. */
window.readings.marginPlaces = (wanted, heights, gap, first, last) => {
  "use strict";

  // A run: the number of its notes, their height with gaps, and the sum of the tops that each note
  // would give the run if it were alone.
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

  // Notes that would end too low move up, and only as far as that takes. Cutting off is exact here.
  const room = heights.reduce((sum, height) => sum + height + gap, -gap);
  let below = first + room > last ? Infinity : last;
  for (let index = tops.length - 1; index >= 0 && tops[index] + heights[index] > below; index--) {
    tops[index] = below - heights[index];
    below = tops[index] - gap;
  }
  return tops;
};

/* The tops of all notes where some are fixed: those from number `start`, at the tops `kept`. Null
   where the others do not fit. */
window.readings.marginPlacesAround = (wanted, heights, gap, first, last, start, kept) => {
  "use strict";

  const { marginPlaces } = window.readings;
  const end = start + kept.length;
  for (let index = 1; index < kept.length; index++) {
    if (kept[index] < kept[index - 1] + heights[start + index - 1] + gap - 1) return null;
  }
  // Turned upside down, the notes above the fixed ones are below them.
  const upwards = heights.slice(0, start).reverse();
  const downTo = wanted.slice(0, start).map((place, index) => -place - heights[index]).reverse();
  const above = marginPlaces(downTo, upwards, gap, gap - kept[0])
    .map((place, index) => -place - upwards[index])
    .reverse();
  if (start && above[0] < first) return null;
  const from = kept.at(-1) + heights[end - 1] + gap;
  const below = marginPlaces(wanted.slice(end), heights.slice(end), gap, from, last);
  return [...above, ...kept, ...below];
};
