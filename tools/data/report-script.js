"use strict";
// Filters by verdict, and n / p to walk through the findings. The page reads well without.
(() => {
  const bar = document.querySelector("nav");
  const findings = [...document.querySelectorAll(".finding")];
  const marksOf = finding => document.querySelectorAll(`mark[data-finding="${finding.id}"]`);
  const count = new Map();
  for (const finding of findings) count.set(finding.dataset.verdict, (count.get(finding.dataset.verdict) || 0) + 1);
  for (const [verdict, number] of count) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = true;
    box.addEventListener("change", () => {
      for (const finding of findings.filter(f => f.dataset.verdict === verdict)) {
        finding.hidden = !box.checked;
        for (const mark of marksOf(finding)) mark.style.borderColor = box.checked ? "" : "transparent";
      }
    });
    label.append(box, ` ${verdict.replace("_", " ")} (${number})`);
    bar.append(label);
  }
  const hint = document.createElement("span");
  hint.className = "keys";
  hint.textContent = "n next, p previous";
  bar.append(hint);
  bar.classList.add("ready");
  let at = -1;
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey || (event.key !== "n" && event.key !== "p")) return;
    const shown = findings.filter(finding => !finding.hidden);
    if (!shown.length) return;
    at = (at + (event.key === "n" ? 1 : shown.length - 1) + (at < 0 && event.key === "p" ? 1 : 0)) % shown.length;
    location.hash = shown[at].id;
  });
})();
