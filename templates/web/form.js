// The page works without this. It keeps a draft in the browser, shows and hides questions at once, and guards against
// leaving or sending twice.
"use strict";
(() => {
  const form = document.getElementById("form");
  const summary = document.getElementById("summary");
  if (summary) summary.focus();

  document.querySelectorAll("form[data-sending]").forEach((sending) => {
    let isSent = false;
    sending.addEventListener("submit", (event) => {
      if (isSent) event.preventDefault();
      isSent = true;
      setTimeout(() => { isSent = false; }, 10000);
    });
  });

  if (document.querySelector(".receipt")) {
    for (const key of Object.keys(localStorage)) if (key.startsWith("nabor:")) localStorage.removeItem(key);
  }
  if (!form) return;

  // Questions that depend on answers: the server says which are asked.
  const deciding = (form.dataset.deciding || "").split(" ").filter(Boolean);
  document.querySelectorAll(".without-script").forEach((part) => { part.hidden = deciding.length > 0; });
  const keyOf = (name) => name.split(/[[.]/)[0];
  let running = 0;
  async function ask() {
    const mine = ++running;
    const data = new FormData(form);
    for (const control of form.querySelectorAll("input[type=file]")) data.delete(control.name);
    const answer = await fetch(form.dataset.questions, { method: "POST", body: new URLSearchParams(data) });
    if (!answer.ok || mine !== running) return;
    const asked = await answer.json();
    form.elements["-shown"].value = asked.hidden.join(" ");
    for (const field of form.querySelectorAll("[data-path]")) {
      field.hidden = asked.hidden.includes(field.dataset.path);
      const mark = field.querySelector(".optional");
      if (mark) mark.hidden = !asked.optional.includes(field.dataset.path);
    }
  }
  form.addEventListener("change", (event) => {
    if (deciding.includes(keyOf(event.target.name || ""))) ask().catch(() => {});
  });

  // A draft that never leaves the browser.
  if (!form.dataset.draft) return;
  const name = "nabor:" + form.dataset.draft;
  const week = 7 * 24 * 3600 * 1000;
  const kept = [...form.elements].filter((c) => c.name && !c.name.startsWith("-") && c.type !== "file");
  const isFresh = !summary && kept.every((c) => (c.type === "checkbox" || c.type === "radio" ? !c.checked : !c.value));
  function save() {
    const values = kept.filter((c) => c.type === "checkbox" || c.type === "radio" ? c.checked : c.value)
      .map((c) => [c.name, c.value]);
    localStorage.setItem(name, JSON.stringify({ at: Date.now(), values }));
  }
  function restore() {
    const draft = JSON.parse(localStorage.getItem(name) || "null");
    if (!draft || Date.now() - draft.at > week) { localStorage.removeItem(name); return; }
    let count = 0;
    for (const [field, value] of draft.values) {
      for (const control of kept) {
        if (control.name !== field) continue;
        if (control.type === "checkbox" || control.type === "radio") {
          if (control.value === value) { control.checked = true; count++; }
        } else { control.value = value; count++; }
      }
    }
    if (!count) return;
    document.querySelector(".draft").hidden = false;
    ask().catch(() => {});
  }
  try {
    if (isFresh) restore();
    let timer = 0;
    form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(save, 400); });
    document.querySelectorAll("[data-clear]").forEach((button) => button.addEventListener("click", () => {
      localStorage.removeItem(name);
      location.reload();
    }));
  } catch { /* A browser that keeps nothing: the form works all the same. */ }
})();
