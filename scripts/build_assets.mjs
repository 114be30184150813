// Compiles the stylesheet and the scripts of the web application into the folder that is committed.
// The same sources and the same package-lock.json give the same bytes (tests/web/test_assets.py).
// `node scripts/build_assets.mjs DIRECTORY` writes somewhere else, for comparison.
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { buildSync } from "esbuild";
import { compile } from "sass";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const ui = join(root, "src", "second_question_web", "ui");
const sources = join(ui, "assets");
const target = process.argv[2] ?? join(ui, "static", "second_question");
mkdirSync(target, { recursive: true });

const { css } = compile(join(sources, "main.scss"), {
  style: "compressed",
  charset: false,
  loadPaths: [join(root, "node_modules", "govuk-frontend", "dist")],
});
writeFileSync(join(target, "second-question.css"), `${css}\n`);

for (const name of ["scripts-on", "application"]) {
  buildSync({
    absWorkingDir: root,
    entryPoints: [join(sources, `${name}.js`)],
    outfile: join(target, `${name}.js`),
    bundle: true,
    minify: true,
    format: name === "application" ? "esm" : "iife",
    target: "es2020",
    legalComments: "none",
    charset: "utf8",
  });
}

copyFileSync(join(root, "node_modules", "htmx.org", "dist", "htmx.min.js"), join(target, "htmx.js"));
for (const name of ["favicon.svg", "LICENCES.txt"]) copyFileSync(join(sources, name), join(target, name));
