"use strict";
// Filters the findings, or the passages, of a page by verdict, outlet and words. The page is complete without.
(() => {
  const all = [...document.querySelectorAll("main > article")];
  if (all.length < 2) return;
  const element = (name, attributes = {}, text = "") => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.textContent = text;
    return made;
  };
  // A passage has the verdicts and outlets of all its printings.
  const listOf = (article, name) => {
    const own = article.dataset[name];
    const parts = [...article.querySelectorAll(`[data-${name}]`)].map(one => one.dataset[name]);
    return own === undefined ? parts : [own, ...parts];
  };
  const facts = all.map(article => ({
    article,
    verdict: listOf(article, "verdict"),
    outlet: listOf(article, "outlet"),
    words: article.textContent.toLowerCase().replace(/\s+/g, " "),
  }));
  const distinct = name => [...new Set(facts.flatMap(one => one[name]))].filter(one => one !== "").sort();
  const form = element("form", { class: "filter", role: "search", "aria-label": "Filter" });
  const status = element("output", { class: "status" });
  const choices = {};
  const addChoice = (name, label) => {
    const values = distinct(name);
    if (values.length < 2) return;
    const select = element("select", { name });
    select.append(element("option", { value: "" }, "all"));
    for (const value of values) select.append(element("option", { value }, value.replace("_", " ")));
    const field = element("label", {}, `${label} `);
    field.append(select);
    form.append(field);
    choices[name] = select;
  };
  addChoice("verdict", "Verdict");
  addChoice("outlet", "Outlet");
  const words = element("input", { type: "search", name: "words", autocomplete: "off" });
  const field = element("label", {}, "Words ");
  field.append(words);
  const clear = element("button", { type: "reset" }, "Show all");
  form.append(field, clear, status);

  const headings = [...document.querySelectorAll("main h2[id]")];
  const apply = () => {
    const asked = words.value.toLowerCase().trim().replace(/\s+/g, " ");
    let shown = 0;
    for (const one of facts) {
      const fits = Object.entries(choices).every(([name, { value }]) => value === "" || one[name].includes(value));
      one.article.hidden = !(fits && one.words.includes(asked));
      if (!one.article.hidden) ++shown;
    }
    // A heading without findings goes with them.
    for (const heading of headings) {
      let next = heading.nextElementSibling;
      while (next && next.matches("article[hidden]")) next = next.nextElementSibling;
      heading.hidden = !(next && next.matches("article"));
    }
    clear.disabled = shown === all.length;
    status.textContent = `${shown} of ${all.length} on this page`;
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  document.querySelector("main > h2").before(form);
  // A link to a finding must find it: a browser that kept the choices of an earlier visit starts anew.
  form.reset();
  apply();
})();
