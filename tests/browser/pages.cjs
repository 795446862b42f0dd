// What the tests in Chromium share: pages of a folder, what axe-core says of them, and how tests are run. MODULES is a
// folder with node_modules of playwright-core and axe-core in it.
"use strict";
const assert = require("node:assert/strict");
const fs = require("node:fs");
const { createRequire } = require("node:module");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

const shots = process.env.QUOTH_SCREENSHOTS; // a folder for pictures to be looked at

exports.pagesIn = (folder, modules, usual) => {
  const from = createRequire(`${modules}/`);
  const { chromium } = from("playwright-core");
  const axe = fs.readFileSync(from.resolve("axe-core/axe.min.js"), "utf8");
  const pageOf = name => pathToFileURL(path.join(folder, name)).href;
  let browser;

  // A page in a context of its own; `requests` and `complaints` gather what it asks for and what it says.
  async function open(options = {}, name = usual, fragment = "") {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    page.requests = [];
    page.complaints = [];
    page.on("request", request => page.requests.push(request.url()));
    page.on("console", message => page.complaints.push(message.text()));
    page.on("pageerror", error => page.complaints.push(error.message));
    await page.goto(pageOf(name) + fragment);
    return page;
  }
  async function close(page) {
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }

  async function finds(page, state) {
    await page.evaluate(axe);
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await page.evaluate(only => axe.run(document, { runOnly: only }), tags);
    const told = violations.map(one => `${one.id}: ${one.nodes.map(node => node.html).join("\n  ")}`);
    assert.deepEqual(told, [], `axe, ${state}`);
  }
  const shoot = async (page, name) => {
    if (shots) await page.screenshot({ path: path.join(shots, `${name}.png`), fullPage: true });
  };

  // Runs the tests once `prepare` has filled the folder, which is removed in the end.
  async function run(tests, prepare) {
    prepare();
    const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    let failed = 0;
    for (const [name, test] of Object.entries(tests)) {
      try {
        await test();
        console.log(`ok      ${name}`);
      } catch (error) {
        ++failed;
        console.log(`FAILED  ${name}\n${error.stack}`);
      }
    }
    await browser.close();
    fs.rmSync(folder, { recursive: true });
    process.exitCode = failed ? 1 : 0;
  }

  return { pageOf, open, close, finds, shoot, run, widths: [390, 768, 1280] };
};
