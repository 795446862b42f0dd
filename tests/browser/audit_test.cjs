// The pages of `quoth audit` in Chromium: node audit_test.cjs QUOTH MODULES. MODULES is a folder with node_modules of
// playwright-core and axe-core in it. What is missing is a failure: nothing is skipped.
"use strict";
const assert = require("node:assert/strict");
const { execFileSync, spawnSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { pagesIn } = require("./pages.cjs");

const [quoth, modules] = process.argv.slice(2).map(one => path.resolve(one));
const transcript = path.join(__dirname, "../../examples/council-meeting.txt");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "quoth-browser-"));
const { pageOf, open, close, finds, shoot, run, widths } = pagesIn(folder, modules, "audit/summary.html");
const pages = ["summary", "pages/to_see-1", "pages/variants-1", "sample"];

const fare = "We will raise the ferry fare this year,";
const plan = "The waiting room is in the plan for next year,";
const budget = "The waiting room is in the budget for next year,";
const printed = [
  ["Harbour Post", "2031-05-13", "sports", budget], ["Bay <b>Post</b>", "2031-05-14", "local", plan],
  ["Isle News", "2031-05-15", "local", plan], ["Skerry", "2031-06-16", "local", "is in the plan for next year,"],
  ["Isle News", "2031-06-17", "local", fare], ["Harbour Post", "2031-05-13", "sports", fare],
  ["Harbour Post", "2031-07-01", "local", "A grey seal slept on the harbour crane all night,"],
  ["Skerry", "2031-07-01", "local", "We will not raise the ferry fare this year,"],
];

const audit = (...args) =>
  execFileSync(quoth, ["audit", ...args], { cwd: folder, stdio: "pipe", encoding: "utf8" });

function makeNewsroom() {
  execFileSync(quoth, ["ingest", "--store", "s.db", "--title", "Skarvik Town Council", "--date", "2031-05-12", "--speaker",
    "THE MAYOR=Ana Ruud", "--speaker", "MS. BERG=Karin Berg", transcript], { cwd: folder, stdio: "pipe" });
  printed.forEach(([outlet, date, section, words], i) => {
    const file = path.join(folder, "in", section, `${i}.jsonl`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, JSON.stringify({ id: `a${i}`, outlet, date, author: i % 2 ? "Liv Aas" : "Per Moe",
      title: "The fare and the waiting room", text: `“${words}” Ana Ruud said.` }) + "\n");
  });
  const done = spawnSync(quoth, ["audit", "--no-config", "--store", "s.db", "--coverage", "complete", "--out", "audit",
    "--outlet-from", "{section}/*", "in"], { cwd: folder, encoding: "utf8" });
  assert.equal(done.status, 1, done.stderr);
  audit("--sample", "8", "audit");
  const table = fs.readFileSync(path.join(folder, "audit/sample.csv"), "utf8");
  fs.writeFileSync(path.join(folder, "judged.csv"), table.replaceAll(/^("\d+",)""/gm, '$1"right"'));
  audit("--judged", "judged.csv", "audit");
}

const openPage = (name, options = {}) => open(options, `audit/${name}.html`);
const shown = page => page.locator("main > article:visible").count();

const tests = {
  async "axe finds nothing at three widths, light and dark"() {
    for (const name of pages) {
      for (const width of widths) {
        for (const colorScheme of ["light", "dark"]) {
          const page = await openPage(name, { viewport: { width, height: 900 }, colorScheme });
          await finds(page, `${name} ${width} ${colorScheme}`);
          await shoot(page, `audit-${path.basename(name)}-${width}-${colorScheme}`);
          await close(page);
        }
      }
    }
  },

  async "nothing is wider than a phone, and what scrolls says so"() {
    for (const name of pages) {
      const page = await openPage(name, { viewport: { width: 390, height: 900 } });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390, name);
      for (const wide of await page.locator(".wide").all()) {
        const scrolls = await wide.evaluate(one => one.scrollWidth > one.clientWidth);
        const says = await wide.evaluate(one => one.previousElementSibling.checkVisibility());
        assert.ok(!scrolls || says, `${name}: a chart scrolls and does not say so`);
      }
      await close(page);
    }
  },

  async "findings are filtered by verdict, outlet and words, and their headings go with them"() {
    const page = await openPage("pages/to_see-1");
    const all = await shown(page);
    assert.ok(all >= 5);
    const status = page.locator(".status");
    assert.equal(await status.textContent(), `${all} of ${all} on this page`);
    await page.getByLabel("Verdict").selectOption("not_found");
    assert.equal(await shown(page), 1);
    assert.deepEqual(await page.locator("main h2:visible").allTextContents(), ["not found"]);
    await page.getByRole("button", { name: "Show all" }).click();
    await page.waitForFunction(count => document.querySelectorAll("main > article:not([hidden])").length === count, all);
    await page.getByLabel("Outlet").selectOption("Bay <b>Post</b>");
    assert.equal(await shown(page), 1);
    await page.getByLabel("Outlet").selectOption("");
    await page.getByRole("searchbox", { name: "Words" }).fill("ferry  FARE");
    assert.equal(await shown(page), 2);
    assert.equal(await status.textContent(), `2 of ${all} on this page`);
    await page.getByRole("searchbox", { name: "Words" }).fill("nowhere at all");
    assert.equal(await shown(page), 0);
    assert.equal(await page.locator("main h2:visible").count(), 0);
    await finds(page, "nothing left");
    await close(page);
  },

  async "passages are filtered by the outlets and verdicts of their printings"() {
    const page = await openPage("pages/variants-1");
    assert.equal(await shown(page), 2);
    await page.getByLabel("Outlet").selectOption("Bay <b>Post</b>");
    assert.equal(await shown(page), 1);
    assert.match(await page.locator("main > article:visible h3").textContent(), /waiting room/);
    await close(page);
  },

  async "what was not found comes after the rest"() {
    const page = await openPage("pages/to_see-1");
    const headings = await page.locator("main h2").allTextContents();
    assert.equal(headings.at(-1), "not found");
    await close(page);
  },

  async "all can be done by keys, and the focus is seen"() {
    const page = await openPage("pages/to_see-1");
    const reached = [];
    for (let i = 0; i < 40 && !reached.includes("words"); ++i) {
      await page.keyboard.press("Tab");
      reached.push(await page.evaluate(() => document.activeElement.name || document.activeElement.textContent));
      assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), "none");
    }
    assert.deepEqual(reached, ["Summary", "verdict", "outlet", "words"]);
    await page.keyboard.type("seal");
    assert.equal(await shown(page), 1);
    await page.keyboard.press("Enter");
    assert.equal(page.url(), pageOf("audit/pages/to_see-1.html"));
    await close(page);
  },

  async "a link opens the finding it names"() {
    const page = await openPage("pages/variants-1");
    await page.locator(".printings a").first().click();
    assert.match(page.url(), /pages\/[a-z_]+-1\.html#f\d+$/);
    assert.equal(await page.locator("article:target").isVisible(), true);
    await close(page);
  },

  async "without a script all is there, and no dead tool"() {
    for (const name of pages.slice(1)) {
      const page = await openPage(name, { javaScriptEnabled: false });
      assert.ok((await shown(page)) > 1, name);
      assert.equal(await page.locator("form, input, button, select").count(), 0);
      await close(page);
    }
  },

  async "on paper there are no tools, and the paper is white"() {
    for (const name of pages) {
      const page = await openPage(name, { colorScheme: "dark" });
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      assert.equal(await page.locator(".filter:visible, nav:visible, .scrolls:visible").count(), 0);
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
      await shoot(page, `audit-${path.basename(name)}-print`);
      await close(page);
    }
  },

  async "no request leaves a page, and none can"() {
    for (const name of pages) {
      const page = await openPage(name);
      assert.deepEqual(page.requests, [pageOf(`audit/${name}.html`)]);
      const fetched = await page.evaluate(() => fetch("https://elsewhere.example/").then(() => true, () => false));
      assert.equal(fetched, false);
      await page.context().close();
    }
  },

  async "hostile text runs nothing, and can be chosen in the filter"() {
    const payloads = fs.readFileSync(path.join(__dirname, "../data/injection/payloads.txt"), "utf8").split("\n")
      .filter(line => line && !line.startsWith("#"));
    const lines = payloads.map((one, i) => JSON.stringify({ id: `${i}${one}`, title: one, author: one, outlet: one,
      date: "2031-05-14", text: `“${i % 2 ? plan : fare}” Ana Ruud said.` }));
    fs.writeFileSync(path.join(folder, "hostile.jsonl"), lines.join("\n") + "\n");
    spawnSync(quoth, ["audit", "--no-config", "--store", "s.db", "--out", "hostile", "hostile.jsonl"], { cwd: folder });
    audit("--sample", "40", "hostile");
    for (const name of pages) {
      const page = await open({}, `hostile/${name}.html`);
      page.on("dialog", dialog => page.complaints.push(dialog.message()));
      assert.deepEqual(page.requests, [pageOf(`hostile/${name}.html`)]);
      assert.ok((await page.locator("script").count()) <= 1);
      assert.equal(await page.locator("img, iframe, object, embed, base, link, svg script").count(), 0);
      const outlets = page.getByLabel("Outlet");
      if (name !== "summary") await outlets.selectOption({ index: 5 });
      await close(page);
    }
  },
};

run(tests, makeNewsroom);
