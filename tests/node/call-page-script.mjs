/* Calls a function once for each list of arguments, with the pages' scripts at hand.

   Standard input is JSON: `scripts` are run in order, `readings` is what they then share, and
   `function` is the text of a function that takes it and the arguments. Standard output is the JSON
   list of what the function returned, or of what it promised. */

import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

const input = JSON.parse(readFileSync(0, "utf8"));
const readings = { sources: {}, onPage() {} };
// The text of a reading is handed over by the address of its script.
const document = { currentScript: { src: "text.js" } };
const page = createContext({ window: { readings }, readings, document });
for (const script of input.scripts) runInContext(script, page);
const called = runInContext(`(${input.function})`, page);
const returned = [];
for (const given of input.calls) returned.push(await called(readings, ...given));
process.stdout.write(JSON.stringify(returned));
