"use strict";
// Walks through the findings of a page: by keys, by buttons, and by clicks on marked words. What must be seen comes
// first, the rest on request. The page reads well without.
const walk = (() => {
  const all = [...document.querySelectorAll(".finding")];
  const open = all.filter(finding => finding.dataset.part === "open");
  const narrow = matchMedia("(max-width: 52rem)");
  const marksOf = finding => [...document.querySelectorAll(`mark[data-finding="${finding.id}"]`)];
  let walksAll = open.length === 0;
  let selected = null;
  let home = null; // where the selected finding stands while it is shown under its paragraph

  const element = (name, attributes = {}, text = "") => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.textContent = text;
    return made;
  };
  const status = element("span", { class: "status", role: "status" });
  const list = () => (walksAll ? all : open);

  const putBack = () => {
    if (home) home.replaceWith(selected);
    home = null;
  };
  // On a narrow screen the evidence opens under its paragraph.
  const bringNear = finding => {
    const [mark] = marksOf(finding);
    if (!narrow.matches || !mark) return;
    home = document.createComment("finding");
    finding.replaceWith(home);
    mark.closest("p").after(finding);
  };
  const clear = () => {
    if (!selected) return;
    putBack();
    selected.classList.remove("selected");
    for (const mark of marksOf(selected)) mark.classList.remove("selected");
    selected = null;
  };
  const tell = () => {
    const at = list().indexOf(selected);
    const what = selected.dataset.verdict.replace("_", " ");
    status.textContent = at < 0 ? what : `${at + 1} of ${list().length}: ${what}`;
  };
  const unfold = finding => {
    const fold = finding.closest("details");
    if (fold) fold.open = true;
  };
  const select = (finding, takesFocus) => {
    if (finding !== selected) {
      clear();
      selected = finding;
      finding.classList.add("selected");
      for (const mark of marksOf(finding)) mark.classList.add("selected");
      unfold(finding);
    }
    if (takesFocus && !home) bringNear(finding);
    tell();
    if (narrow.matches && !takesFocus) return;
    const [mark] = marksOf(finding);
    if (mark) mark.scrollIntoView({ block: narrow.matches ? "start" : "nearest" });
    if (!takesFocus) return;
    finding.focus({ preventScroll: true });
    if (!narrow.matches) finding.scrollIntoView({ block: "nearest" });
  };
  const step = by => {
    const shown = list();
    if (!shown.length) return;
    const at = shown.indexOf(selected);
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
    select(shown[next], true);
  };
  const back = () => {
    const from = selected;
    if (!from) return;
    clear();
    const [mark] = marksOf(from);
    if (mark) mark.querySelector("a").focus();
  };

  const bar = element("nav", { class: "desk", "aria-label": "Findings" });
  const button = (text, action) => {
    const made = element("button", { type: "button" }, text);
    made.addEventListener("click", action);
    return made;
  };
  const everything = button("All findings", () => toggle());
  const toggle = () => {
    walksAll = !walksAll;
    everything.setAttribute("aria-pressed", walksAll);
    if (selected) tell();
    else status.textContent = count();
  };
  const count = () => (walksAll ? `${all.length} findings` : `${open.length} to look at`);
  const keys = element("input", { type: "checkbox" });
  keys.checked = true;
  const label = element("label", { class: "wide" });
  label.append(keys, " Keys: j next, k previous, a all");
  if (all.length) {
    everything.setAttribute("aria-pressed", walksAll);
    status.textContent = count();
    bar.append(button("Previous", () => step(-1)), button("Next", () => step(1)), everything, status, label);
    document.querySelector("header").after(bar);
  }

  const actions = { j: () => step(1), n: () => step(1), k: () => step(-1), p: () => step(-1), a: toggle };
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") return back();
    const types = event.target.matches("textarea, select, input[type=text]");
    if (types || !keys.checked || !Object.hasOwn(actions, event.key)) return;
    event.preventDefault();
    actions[event.key]();
  });
  document.addEventListener("click", event => {
    const mark = event.target.closest("mark");
    if (mark) {
      event.preventDefault();
      const finding = document.getElementById(mark.dataset.finding);
      if (finding === selected && home) back();
      else select(finding, true);
      return;
    }
    const finding = event.target.closest(".finding");
    if (finding && !event.target.closest("a, button, input, label, audio")) select(finding, false);
  });
  document.addEventListener("focusin", event => {
    const finding = event.target.closest(".finding");
    if (finding && finding !== selected) select(finding, false);
  });
  document.addEventListener("click", event => {
    const number = event.target.closest(".number");
    if (!number) return;
    event.preventDefault();
    const [mark] = marksOf(number.closest(".finding"));
    if (mark) mark.querySelector("a").focus();
  });
  narrow.addEventListener("change", putBack);
  const linked = document.getElementById(location.hash.slice(1));
  if (linked?.classList.contains("finding")) select(linked, true);
  return { all, bar, button, element };
})();
