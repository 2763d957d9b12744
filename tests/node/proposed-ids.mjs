// The ids that the form in the browser proposes. From standard input, as JSON: the path of the
// script, the data of its rule, and cases; to standard output: an id for each case.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const { script, rule, cases } = JSON.parse(readFileSync(0, "utf8"));
const window = { readings: {} };
vm.runInNewContext(readFileSync(script, "utf8"), { window });
const { proposedId } = window.readings.contribution;
const ids = cases.map(({ words, kind, taken }) => proposedId(words, kind, taken, rule));
process.stdout.write(JSON.stringify(ids));
