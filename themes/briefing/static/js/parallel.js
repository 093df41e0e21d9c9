// The report's text: both languages or one, kept in the address; and what marked words are about, in one line, with
// their counterpart in the other language lit. What the line says is read from the page's own entries, so it cannot
// disagree with them. Nothing here is needed to read: without it every mark still leads where it leads.
"use strict";
(() => {
  const text = document.querySelector("[data-parallel]");
  const line = document.querySelector("[data-line]");
  const choice = document.querySelector("[data-choice]");
  if (!text || !line) return;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Which languages are shown

  const chosen = () => new URLSearchParams(location.search).get("text");

  const choose = (wanted, keep = true) => {
    const known = all("[data-text]", choice).map((button) => button.dataset.text);
    const now = known.includes(wanted) ? wanted : "both";
    text.dataset.shown = now;
    for (const button of all("[data-text]", choice)) button.setAttribute("aria-pressed", button.dataset.text === now);
    if (!keep) return;
    const address = new URL(location.href);
    if (now === "both") address.searchParams.delete("text");
    else address.searchParams.set("text", now);
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // A browser that does not let a page in a folder change its address still shows what is chosen.
    }
    dispatchEvent(new CustomEvent("filtered", { detail: address.search }));
  };

  // Words that a link leads to are shown, whatever was chosen before.
  const showTarget = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const cell = target && target.closest(".parallel-cell");
    if (choice && cell && !["both", cell.lang].includes(text.dataset.shown)) {
      choose("both");
      target.scrollIntoView();
    }
  };

  // What marked words are about

  const told = (element, selector) => (element.querySelector(selector)?.textContent ?? "").replace(/\s+/g, " ").trim();

  const ABOUT = {
    claim: (entry) => [
      told(entry, ".claim-head > .number-badge"),
      told(entry.closest(".voice"), ".voice-name > :is(a, .unattributed)"),
      ...all(".chain .via", entry).map((via) => via.textContent.trim()),
      told(entry, ".claim-figures"),
    ],
    event: (entry) => [told(entry, ".number-badge"), told(entry, ".event-title a"), told(entry, ".event-when")],
    entry: (entry) => [told(entry, "a"), told(entry, ".note").split(" · ")[0]],
  };

  const thing = (id) => {
    for (const kind of Object.keys(ABOUT)) {
      const entry = document.getElementById(`${kind}-${id}`);
      if (!entry) continue;
      const link = document.createElement("a");
      link.href = `#${kind}-${id}`;
      link.className = `about-${kind}`;
      link.dir = "auto";
      link.textContent = ABOUT[kind](entry.closest("li") ?? entry).filter(Boolean).join(" · ");
      return link;
    }
    return null;
  };

  const around = (mark) => {
    const found = [];
    for (let one = mark; one && text.contains(one); one = one.parentElement.closest("[data-ref]")) found.push(one);
    return found;
  };

  let lit = null;
  let leaving = 0;

  const dim = () => {
    clearTimeout(leaving);
    for (const one of all(".lit", text)) one.classList.remove("lit");
    line.hidden = true;
    lit = null;
  };

  const light = (mark) => {
    clearTimeout(leaving);
    if (mark === lit) return;
    dim();
    lit = mark;
    const ids = [...new Set(around(mark).flatMap((one) => one.dataset.ref.split(" ")))];
    const own = mark.dataset.ref.split(" ");
    const same = all("[data-ref]", text).filter((one) => own.some((id) => one.dataset.ref.split(" ").includes(id)));
    for (const one of same) one.classList.add("lit");
    const here = mark.closest(".parallel-cell").lang;
    for (const link of all("[data-counterpart]", line)) {
      const lang = link.dataset.counterpart;
      const there = same.find((one) => one.closest(".parallel-cell").lang === lang);
      link.hidden = lang === here || !there;
      if (there) link.href = `#${there.id}`;
    }
    line.querySelector("[data-things]").replaceChildren(...ids.map(thing).filter(Boolean));
    mark.closest(".parallel-row").after(line);
    const { top } = mark.getBoundingClientRect();
    line.classList.toggle("reading-line-above", top > innerHeight / 2);
    line.hidden = false;
  };

  const markOf = (event) => (event.target instanceof Element ? event.target.closest("[data-parallel] [data-ref]") : null);
  const leave = () => {
    clearTimeout(leaving);
    leaving = setTimeout(dim, 700);
  };

  // What comes to lie under a pointer that rests, because the line went away, was not pointed at.
  let resting = false;
  addEventListener("pointermove", () => {
    resting = false;
  });
  text.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch" || resting) return;
    const mark = markOf(event);
    if (mark) light(mark);
    else if (line.contains(event.target)) clearTimeout(leaving);
    else if (lit && !lit.contains(document.activeElement)) leave();
  });
  text.addEventListener("pointerleave", () => {
    if (lit && !lit.contains(document.activeElement)) leave();
  });
  text.addEventListener("focusin", (event) => {
    const mark = markOf(event);
    if (mark) light(mark);
  });
  text.addEventListener("focusout", (event) => {
    const to = event.relatedTarget;
    if (lit && !(to instanceof Node && (lit.contains(to) || line.contains(to)))) leave();
  });
  // A finger has no pointer to rest: its first touch says what the words are about, and the line leads on.
  let touched = false;
  text.addEventListener("pointerdown", (event) => {
    const mark = event.pointerType === "touch" && markOf(event);
    touched = Boolean(mark) && mark !== lit;
  });
  text.addEventListener("click", (event) => {
    const mark = markOf(event);
    if (!mark) return;
    if (touched) event.preventDefault();
    touched = false;
    light(mark);
  });
  line.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) {
      const back = lit && lit.matches("a") ? lit : lit?.querySelector("a");
      dim();
      back?.focus({ preventScroll: true });
      dim();
      resting = true;
    } else if (event.target.closest("a")) {
      leave();
    }
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !lit) return;
    dim();
    resting = true;
  });

  if (choice) {
    choice.hidden = false;
    choice.addEventListener("click", (event) => {
      const button = event.target.closest("[data-text]");
      if (button) choose(button.dataset.text);
    });
    addEventListener("popstate", () => choose(chosen(), false));
    choose(chosen(), false);
  }
  addEventListener("hashchange", showTarget);
  showTarget();
})();
