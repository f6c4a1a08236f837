// The desk works without this file; with it, it is quicker to the hand.
(() => {
  "use strict";
  const review = document.querySelector("[data-review]");
  if (review) {
    const first = review.querySelector("input:not([type=hidden]), select, textarea");
    if (first) { first.focus(); if (first.select && /text|email|tel|search/.test(first.type)) first.select(); }
    document.addEventListener("keydown", event => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const target = event.target;
      if (target.tagName === "SELECT" || target.tagName === "TEXTAREA" || target.type === "radio" || target.type === "date") return;
      const link = event.key === "ArrowDown" ? "[data-next]" : event.key === "ArrowUp" ? "[data-previous]" : null;
      const there = link && document.querySelector(link);
      if (there) { event.preventDefault(); location.href = there.href; }
    });
  }
  const summary = document.getElementById("summary");
  if (summary) summary.focus();

  // All rows of a list at once.
  for (const all of document.querySelectorAll("[data-all]")) {
    all.hidden = false;
    const box = all.querySelector("input");
    box.addEventListener("change", () => {
      for (const other of document.querySelectorAll(`input[type=checkbox][name="${all.dataset.all}"]`)) other.checked = box.checked;
    });
  }

  // A signed list: mostly everybody came.
  const roll = document.querySelector("[data-roll]");
  if (roll) {
    const all = roll.querySelector("[data-roll-all]");
    all.hidden = false;
    all.querySelector("button").addEventListener("click", () => {
      for (const box of roll.querySelectorAll('input[type=radio][value="present"]')) box.checked = true;
    });
  }

  // Counters of a curated choice, as the ticks change.
  const choice = document.querySelector("[data-counters]");
  if (choice) {
    let waiting = 0;
    choice.addEventListener("change", () => {
      clearTimeout(waiting);
      waiting = setTimeout(async () => {
        try {
          const reply = await fetch(choice.dataset.counters, { method: "POST", body: new URLSearchParams(new FormData(choice)) });
          if (reply.ok) document.getElementById("counters").innerHTML = await reply.text();
        } catch { /* The button counts as well. */ }
      }, 150);
    });
  }

  // Work in the background, as it goes on.
  const job = document.querySelector("[data-job]");
  if (job && "EventSource" in window) {
    const stream = new EventSource(job.dataset.job);
    stream.addEventListener("progress", event => {
      const state = JSON.parse(event.data);
      const bar = job.querySelector("progress");
      if (state.total) { bar.max = state.total; bar.value = state.done; }
      job.querySelector("[data-count]").textContent = state.total ? `${state.done} / ${state.total}` : `${state.done}`;
    });
    stream.addEventListener("end", () => { stream.close(); location.reload(); });
  }

  // Presence that could not be sent waits here and is sent again; its number makes sure that it counts once.
  const desk = document.querySelector("[data-check-in]");
  if (desk) {
    const store = "nabor-check-in";
    const queue = () => JSON.parse(localStorage.getItem(store) || "[]");
    const keep = list => localStorage.setItem(store, JSON.stringify(list));
    const notice = document.getElementById("offline");
    const show = () => { const count = queue().length; notice.hidden = count === 0; notice.querySelector("span").textContent = count; };
    const send = async entry => {
      const body = new URLSearchParams(entry.fields);
      body.set("-token", desk.dataset.checkIn);
      const reply = await fetch(entry.address, { method: "POST", body, headers: { Accept: "application/json" } });
      if (reply.ok) return true;
      if (reply.status >= 500 || reply.redirected) return false;
      return true;
    };
    let busy = false;
    const flush = async () => {
      if (busy) return;
      busy = true;
      try { let list = queue(); while (list.length) { if (!await send(list[0])) break; keep(queue().slice(1)); list = queue(); } } catch { /* Still offline. */ }
      busy = false;
      show();
    };
    document.addEventListener("submit", event => {
      const form = event.target;
      if (!form.matches("[data-presence]")) return;
      event.preventDefault();
      const data = new FormData(form, event.submitter);
      data.delete("-token");
      data.set("-nonce", crypto.getRandomValues(new Uint32Array(4)).join("-"));
      keep(queue().concat({ address: form.action, fields: [...data].map(pair => [pair[0], String(pair[1])]) }));
      for (const button of form.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button === event.submitter));
      show();
      flush();
    });
    addEventListener("online", flush);
    setInterval(flush, 5000);
    show();
    flush();
  }
})();
