// The page of `quoth check --format html` in Chromium: node report_test.cjs QUOTH MODULES. MODULES is a folder with
// node_modules of playwright-core and axe-core in it. What is missing is a failure: nothing is skipped.
"use strict";
const assert = require("node:assert/strict");
const { execFileSync, spawnSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { pagesIn } = require("./pages.cjs");

const [quoth, modules] = process.argv.slice(2).map(one => path.resolve(one));
const newsroom = path.join(__dirname, "newsroom");
const transcript = path.join(__dirname, "../../examples/council-meeting.txt");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "quoth-browser-"));
const { pageOf, open, close, finds, shoot, run, widths } = pagesIn(folder, modules, "report.html");

// Silence as WAV: PCM, 8 bits, mono, 8,000 Hz.
function silence(seconds) {
  const data = Buffer.alloc(8000 * seconds, 128);
  const head = Buffer.alloc(44);
  head.write("RIFF", 0), head.writeUInt32LE(36 + data.length, 4), head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16), head.writeUInt16LE(1, 20), head.writeUInt16LE(1, 22), head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28), head.writeUInt16LE(1, 32), head.writeUInt16LE(8, 34);
  head.write("data", 36), head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}

const check = (...args) =>
  spawnSync(quoth, ["check", "--no-config", "--store", "s.db", "--min-confidence", "0.6", ...args],
    { cwd: folder, encoding: "utf8" });

function makeNewsroom() {
  const ingest = (...args) =>
    execFileSync(quoth, ["ingest", "--store", "s.db", ...args], { cwd: folder, stdio: "pipe" });
  ingest("--title", "Skarvik Town Council", "--date", "2031-05-12", "--id", "council-2031-05-12",
    "--speaker", "THE MAYOR=Ana Ruud", "--speaker", "MR. HALVORSEN=Jonas Halvorsen", "--speaker", "MS. BERG=Karin Berg",
    "--speaker", "DR. OSEI=Efua Osei", transcript);
  ingest(path.join(newsroom, "radio.jsonl"));
  for (const article of ["ferry.md", "library.md"])
    fs.copyFileSync(path.join(newsroom, article), path.join(folder, article));
  fs.mkdirSync(path.join(folder, "recordings"));
  fs.writeFileSync(path.join(folder, "recordings/quay.wav"), silence(60));
  assert.equal(check("--format", "html", "-o", "report.html", "ferry.md", "library.md").status, 1);
  assert.equal(check("--format", "html", "-o", "pages/", "ferry.md", "library.md").status, 1);
}

const tests = {
  async "axe finds nothing at three widths, light and dark, folded and open, selected and decided"() {
    for (const width of widths) {
      for (const colorScheme of ["light", "dark"]) {
        const page = await open({ viewport: { width, height: 900 }, colorScheme });
        await finds(page, `${width} ${colorScheme}`);
        await shoot(page, `${width}-${colorScheme}`);
        await page.keyboard.press("j");
        await page.locator(".finding.selected input[type=radio]").first().check();
        await page.evaluate(() => document.querySelectorAll("details").forEach(one => (one.open = true)));
        await finds(page, `${width} ${colorScheme}, open`);
        await shoot(page, `${width}-${colorScheme}-open`);
        await close(page);
      }
    }
    for (const name of ["pages/index.html", "pages/ferry-md.html"]) {
      const page = await open({}, name);
      await finds(page, name);
      await close(page);
    }
  },

  async "nothing is wider than a phone"() {
    const page = await open({ viewport: { width: 390, height: 900 } });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
    await close(page);
  },

  async "without a script everything is there to read, what is folded with its count"() {
    const page = await open({ javaScriptEnabled: false });
    assert.equal(await page.locator(".finding").count(), 15);
    assert.equal(await page.locator(".finding:visible").count(), 9);
    const folds = await page.locator("details").all();
    assert.equal(folds.length, 4);
    for (const fold of folds) {
      const told = /: (\d+)$/.exec(await fold.locator("summary").textContent());
      assert.equal(Number(told[1]), await fold.locator(".finding").count());
      await fold.locator("summary").click();
    }
    assert.equal(await page.locator(".finding:visible").count(), 15);
    assert.equal(await page.locator(".desk, .decision, .tools").count(), 0);
    await close(page);
  },

  async "keys walk what must be seen and confirmed, then all; the focus follows and is seen"() {
    const page = await open();
    const open_ = await page.locator('.finding[data-part="open"]').evaluateAll(all => all.map(one => one.id));
    assert.equal(open_.length, 8);
    const focused = () => page.evaluate(() => document.activeElement.id);
    for (const [key, order] of [["j", open_], ["n", open_], ["k", [...open_].reverse().slice(1)]]) {
      for (const id of order) {
        await page.keyboard.press(key);
        assert.equal(await focused(), id);
        assert.equal(await page.locator(`mark.selected[data-finding="${id}"]`).count() > 0, true);
        assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), "none");
      }
    }
    await page.keyboard.press("a");
    const walked = new Set();
    for (let i = 0; i < 15; ++i) {
      await page.keyboard.press("n");
      walked.add(await focused());
      assert.equal(await page.locator(":focus").isVisible(), true);
    }
    assert.equal(walked.size, 15);
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.activeElement.closest("mark") !== null), true);
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.classList.contains("finding")), true);
    await page.getByRole("checkbox", { name: "Keys" }).uncheck();
    const before = await focused();
    await page.keyboard.press("j");
    assert.equal(await focused(), before);
    await close(page);
  },

  async "every mark is reached by the tabulator"() {
    const page = await open();
    const reached = new Set();
    for (let i = 0; i < 120; ++i) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => document.activeElement.closest("mark")?.dataset.finding);
      if (at) reached.add(at);
    }
    assert.equal(reached.size, 15);
    await close(page);
  },

  async "a key in a reason is a letter"() {
    const page = await open();
    await page.locator(".decision input[type=text]").first().fill("");
    await page.locator(".decision input[type=text]").first().pressSequentially("japan");
    assert.equal(await page.locator(".decision input[type=text]").first().inputValue(), "japan");
    await close(page);
  },

  async "a click on marked words shows their finding; on a phone under the paragraph"() {
    const wide = await open();
    await wide.locator('mark[data-finding="d1q8"]').click();
    assert.equal(await wide.evaluate(() => document.activeElement.id), "d1q8");
    assert.equal(await wide.locator(".article .finding").count(), 0);
    await close(wide);
    const phone = await open({ viewport: { width: 390, height: 800 } });
    await phone.locator('mark[data-finding="d1q8"]').click();
    assert.equal(await phone.locator(".article p:has(mark[data-finding=d1q8]) + .finding#d1q8").count(), 1);
    await shoot(phone, "390-click");
    await phone.locator('mark[data-finding="d1q8"]').click();
    assert.equal(await phone.locator(".article .finding").count(), 0);
    assert.equal(await phone.locator(".findings #d1q8").count(), 1);
    await close(phone);
  },

  async "decisions are kept and saved: a baseline that quoth reads, a table without formulas"() {
    const page = await open({ acceptDownloads: true });
    const decide = async (id, choice, reason) => {
      await page.locator(`#${id}`).getByRole("radio", { name: choice }).check();
      await page.locator(`#${id}`).getByRole("textbox", { name: "Reason" }).fill(reason);
      await page.locator(`#${id}`).getByRole("textbox", { name: "Reason" }).blur();
    };
    await decide("d1q8", "Stands", "=HYPERLINK(\u202e1)\tsaid\u0007 again");
    await decide("d1q9", "Stands", "");
    await decide("d1q6", "Ask", '@the "desk"');
    await page.getByRole("textbox", { name: "By" }).fill("+Mina");
    await page.getByRole("textbox", { name: "By" }).blur();
    await page.reload();
    assert.equal(await page.locator("#d1q6").getByRole("radio", { name: "Ask" }).isChecked(), true);
    assert.match(await page.locator(".exports").textContent(), /3 of 9 decided/);
    const save = async name => {
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
      const file = path.join(folder, download.suggestedFilename());
      await download.saveAs(file);
      return fs.readFileSync(file, "utf8");
    };
    const lines = (await save("Save baseline")).trimEnd().split("\n");
    assert.equal(lines.length, 3);
    for (const line of lines.slice(1))
      assert.match(line, /^[0-9a-f]{16}\t(distorted|not_found)\tferry[.]md\t[^\t\p{C}]+$/u);
    const { stdout, stderr } = check("--baseline", "baseline.txt", "ferry.md");
    assert.match(stdout, /; 2 set aside\n$/);
    assert.equal(stderr, "");
    const table = await save("Save log");
    assert.equal(table.charCodeAt(0), 0xfeff);
    const rows = table.trimEnd().split("\r\n");
    assert.equal(rows.length, 1 + 9);
    for (const row of rows) assert.doesNotMatch(row, /(^|,)"[=+\-@|%]/);
    assert.match(table, /,"ask","'@the ""desk""","\d{4}-\d\d-\d\d","'\+Mina","[0-9a-f]{16}"\r\n/);
    await close(page);
  },

  async "a decision can be undone"() {
    const page = await open();
    const finding = page.locator("#d1q8");
    assert.equal(await finding.getByRole("button", { name: "Undo" }).count(), 0);
    await finding.getByRole("radio", { name: "Ask" }).check();
    assert.match(await page.locator(".exports").textContent(), /1 of 9 decided/);
    await finding.getByRole("button", { name: "Undo" }).click();
    assert.match(await page.locator(".exports").textContent(), /0 of 9 decided/);
    assert.equal(await finding.getByRole("radio", { name: "Ask" }).isChecked(), false);
    await close(page);
  },

  async "an address that names a finding opens it"() {
    const page = await open({}, "report.html", "#d1q1");
    assert.equal(await page.evaluate(() => document.activeElement.id), "d1q1");
    assert.equal(await page.locator("#d1q1").isVisible(), true);
    await close(page);
  },

  async "the words as spoken are copied"() {
    const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.locator("#d1q8").getByRole("button", { name: "Copy" }).click();
    await page.locator("#d1q8").getByRole("button", { name: "Copied" }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "The fare stays at 38 kronor,");
    assert.equal(await page.locator("#d1q11 .printed .gap").count(), 1);
    assert.equal(await page.locator("#d1q11 .printed").textContent(), "“The crane will be sold in the autumn,”");
    await close(page);
  },

  async "no request leaves the page; a recording is asked for on a click alone, two seconds before the words"() {
    const page = await open();
    for (let i = 0; i < 10; ++i) await page.keyboard.press("j");
    assert.deepEqual(page.requests, [pageOf("report.html")]);
    await page.locator("#d1q11").getByRole("button", { name: "Play" }).click();
    const audio = page.locator("#d1q11 audio");
    await page.waitForFunction(() => document.querySelector("audio").readyState >= 2);
    const at = await audio.evaluate(one => one.currentTime);
    assert.ok(at >= 20 && at < 22, `${at}`);
    assert.deepEqual([...new Set(page.requests.slice(1))], [pageOf("recordings/quay.wav")]);
    assert.deepEqual(page.complaints, []);
    const fetched = await page.evaluate(() => fetch("https://elsewhere.example/").then(() => true, () => false));
    assert.equal(fetched, false);
    await page.context().close();
  },

  async "hostile text runs nothing and asks for nothing"() {
    const payloads = fs.readFileSync(path.join(__dirname, "../data/injection/payloads.txt"), "utf8").split("\n")
      .filter(line => line && !line.startsWith("#"));
    const paragraphs = payloads.map(one => `“We all know that ${one} goes on and on here,” said Ana Reed${one}.`);
    const hostile = { id: payloads.join(" "), title: payloads.join(" "), author: payloads.join(" "),
      text: paragraphs.join("\n\n") };
    fs.writeFileSync(path.join(folder, "hostile.jsonl"), JSON.stringify(hostile) + "\n");
    check("--format", "html", "-o", "hostile.html", "hostile.jsonl");
    const page = await open({}, "hostile.html");
    assert.ok((await page.locator(".finding").count()) > 20);
    page.on("dialog", dialog => page.complaints.push(dialog.message()));
    await page.keyboard.press("a");
    for (let i = 0; i < 30; ++i) await page.keyboard.press("j");
    assert.deepEqual(page.requests, [pageOf("hostile.html")]);
    assert.equal(await page.locator("script").count(), 1);
    assert.equal(await page.locator("img, iframe, object, embed, svg, base, link").count(), 0);
    await close(page);
  },

  async "on paper there are no tools, and decisions that were made"() {
    const page = await open();
    await page.locator("#d1q8").getByRole("radio", { name: "Ask" }).check();
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".desk:visible, .exports:visible, .tools:visible").count(), 0);
    assert.equal(await page.locator(".decision:visible").count(), 1);
    await shoot(page, "print");
    await close(page);
  },

  async "a folder has an index and a page an article, the same bytes again"() {
    const names = fs.readdirSync(path.join(folder, "pages")).sort();
    assert.deepEqual(names, ["ferry-md.html", "index.html", "library-md.html"]);
    const bytes = () => names.map(name => fs.readFileSync(path.join(folder, "pages", name), "utf8"));
    const first = bytes();
    check("--format", "html", "-o", "pages", "ferry.md", "library.md");
    assert.deepEqual(bytes(), first);
    const page = await open({}, "pages/index.html");
    await page.getByRole("link", { name: "One queue fewer" }).click();
    assert.equal(page.url(), pageOf("pages/library-md.html"));
    await page.getByRole("link", { name: "All articles" }).click();
    assert.equal(page.url(), pageOf("pages/index.html"));
    await close(page);
  },
};

run(tests, makeNewsroom);
