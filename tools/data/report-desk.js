// What an editor does with a finding: copies the words, hears the recording, decides. Decisions stay in the browser and
// can be saved, as a baseline of quoth and as a table for the one who signs.
(() => {
  const { all, bar, button, element } = walk;
  const memory = new Map(); // where the browser keeps nothing
  const kept = {
    get(key) {
      try {
        return JSON.parse(localStorage.getItem(`quoth ${key}`)) ?? memory.get(key);
      } catch {
        return memory.get(key);
      }
    },
    set(key, value) {
      memory.set(key, value);
      try {
        localStorage.setItem(`quoth ${key}`, JSON.stringify(value));
      } catch {
        // Private windows keep nothing: the page still does.
      }
    },
  };
  const text = (finding, selector) => [...finding.querySelectorAll(selector)].map(one => one.textContent).join(" / ");
  const onOneLine = words => words.replace(/\p{C}+|\s+/gu, " ").trim();

  const copy = async (words, told) => {
    try {
      await navigator.clipboard.writeText(words.textContent);
      told.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(words);
      told.textContent = "Selected: press Ctrl+C";
    }
  };
  const play = (place, row) => {
    const audio = element("audio", { controls: "", preload: "none" });
    audio.src = place.dataset.audio;
    row.after(audio);
    audio.play().catch(() => {
      row.append(element("span", { role: "status" }, "The recording cannot be played here; open its link."));
    });
  };
  const addTools = finding => {
    for (const place of finding.querySelectorAll(".where")) {
      const words = place.previousElementSibling.querySelector(".words");
      const row = element("div", { class: "tools" });
      const copying = button(`Copy the words as ${place.dataset.manner}`, () => copy(words, copying));
      row.append(copying);
      if (place.dataset.audio) {
        const playing = button("Play", () => {
          playing.remove();
          play(place, row);
        });
        row.append(playing);
      }
      place.after(row);
    }
  };

  const choices = { stands: "Stands", correct: "Correct it", ask: "Ask" };
  const shows = []; // shows a decision, one a box
  const today = () => new Date().toISOString().slice(0, 10);
  const addDecision = finding => {
    const key = finding.dataset.fingerprint;
    const box = element("fieldset", { class: "decision" });
    box.append(element("legend", {}, "Decision"));
    const radios = Object.entries(choices).map(([value, name]) => {
      const radio = element("input", { type: "radio", name: finding.id, value });
      const label = element("label");
      label.append(radio, name);
      box.append(label);
      return radio;
    });
    const reason = element("input", { type: "text" });
    const label = element("label", { class: "reason" }, "Reason");
    label.append(reason);
    box.append(label);
    const save = () => {
      const chosen = radios.find(radio => radio.checked);
      kept.set(key, { decision: chosen ? chosen.value : "", reason: onOneLine(reason.value), on: today() });
      for (const show of shows) show();
    };
    const undo = button("Undo", () => {
      for (const radio of radios) radio.checked = false;
      save();
      radios[0].focus();
    });
    radios.at(-1).parentElement.after(undo);
    const show = () => {
      const made = kept.get(key);
      undo.hidden = !made?.decision;
      for (const radio of radios) radio.checked = made?.decision === radio.value;
      if (document.activeElement !== reason) reason.value = made?.reason ?? "";
      if (made?.decision) box.dataset.decision = made.decision;
      else delete box.dataset.decision;
    };
    box.addEventListener("change", save);
    shows.push(show);
    finding.append(box);
  };

  const offer = (name, type, content) => {
    const link = element("a", { download: name });
    link.href = URL.createObjectURL(new Blob([content], { type }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  const decided = all.filter(finding => finding.dataset.part);
  const decisionOf = finding => kept.get(finding.dataset.fingerprint) ?? {};
  const fileOf = finding => finding.closest("section").dataset.file;
  // As quoth check --write-baseline writes it: what stands.
  const baseline = () => {
    const lines = decided
      .filter(finding => decisionOf(finding).decision === "stands")
      .map(finding => {
        const reason = onOneLine(decisionOf(finding).reason) || "stands";
        return [finding.dataset.fingerprint, finding.dataset.verdict, fileOf(finding), reason].join("\t");
      });
    const head = "# Findings set aside: fingerprint, verdict, path, reason; a tab between.";
    return [head, ...new Set(lines.sort())].join("\n") + "\n";
  };
  // A spreadsheet would take some beginnings for a formula.
  const cell = value => {
    const words = onOneLine(value ?? "");
    return `"${/^[=+\-@|%＝＋－＠]/u.test(words) ? "'" : ""}${words.replaceAll('"', '""')}"`;
  };
  const table = () => {
    const rows = decided.map(finding => {
      const { decision, reason, on } = decisionOf(finding);
      return [fileOf(finding), finding.dataset.place, finding.dataset.verdict, text(finding, ".sure"),
        text(finding, ".claimed"), text(finding, ".printed"), text(finding, ".words"), text(finding, ".where"),
        decision, reason, decision ? on : "", decision ? signer.value : "", finding.dataset.fingerprint];
    });
    const head = ["file", "place", "verdict", "sure", "speaker", "printed", "spoken", "source", "decision", "reason",
      "on", "by", "fingerprint"];
    return "\ufeff" + [head, ...rows].map(row => row.map(cell).join(",")).join("\r\n") + "\r\n";
  };

  const signer = element("input", { type: "text", autocomplete: "name" });
  const made = element("span", { class: "told", role: "status" });
  if (decided.length) {
    signer.value = kept.get("by") ?? "";
    signer.addEventListener("change", () => kept.set("by", onOneLine(signer.value)));
    const label = element("label", {}, "By ");
    label.append(signer);
    const exports = element("div", { class: "exports", role: "region", "aria-label": "Decisions" });
    exports.append(made, label, button("Save baseline", () => offer("baseline.txt", "text/plain", baseline())),
      button("Save log", () => offer("decisions.csv", "text/csv", table())));
    bar.before(exports);
    shows.push(() => {
      const count = decided.filter(finding => decisionOf(finding).decision).length;
      made.textContent = `${count} of ${decided.length} decided; decisions are kept in this browser`;
    });
  }
  for (const finding of all) addTools(finding);
  for (const finding of decided) addDecision(finding);
  for (const show of shows) show();
})();
