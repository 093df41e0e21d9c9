// The report's text: both languages or one, kept in the address; and what marked words are about, in one line, with
// their counterpart in the other language lit. What the line says is read from the page's own entries, so it cannot
// disagree with them. Nothing here is needed to read: without it every mark still leads where it leads.
"use strict";
(() => {
  const text = document.querySelector("[data-parallel]");
  const line = document.querySelector("[data-line]");
  const said = document.querySelector("[data-said]");
  const choice = document.querySelector("[data-choice]");
  if (!text || !line) return;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Which languages are shown: both side by side where there is room, else the page's own, until a reader chooses

  const known = choice ? all("[data-text]", choice).map((button) => button.dataset.text) : [];
  const abreast = matchMedia("(min-width: 60rem)");
  const usual = () => (abreast.matches || !known.includes(document.documentElement.lang) ? "both" : document.documentElement.lang);
  const chosen = () => new URLSearchParams(location.search).get("text");

  const choose = (wanted, keep = true) => {
    const now = known.includes(wanted) ? wanted : usual();
    text.dataset.shown = now;
    text.toggleAttribute("data-usual", !known.includes(wanted));
    for (const button of all("[data-text]", choice)) button.setAttribute("aria-pressed", button.dataset.text === now);
    if (!keep) return;
    const address = new URL(location.href);
    if (now === usual()) address.searchParams.delete("text");
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
  const about = (mark) => mark.dataset.ref.split(" ");

  const ABOUT = {
    claim: (entry) => [
      told(entry, ".claim-head > .number-claim"),
      told(entry, ".claim-who"),
      // Who denies or accuses does not assert: a line without the stance would say another thing than the page.
      told(entry, ".claim-denies") || told(entry, ".claim-head [class*='badge-stance-']"),
      ...all(".chain .via", entry).map((via) => via.textContent.trim()),
      told(entry, ".claim-figures"),
    ],
    event: (entry) => [told(entry, ".number-badge"), told(entry, ".event-name"), told(entry, ".event-day")],
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
      link.textContent = ABOUT[kind](entry.closest("li, header")).filter(Boolean).join(" · ");
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
    said.textContent = "";
    lit = null;
  };

  // The same words in the row's other cell: both cells have the same marks, so the nth of an id here is the nth there.
  const counterpart = (mark, lang) => {
    const cell = mark.closest(".parallel-cell");
    const other = all(".parallel-cell", cell.parentElement).find((one) => one.lang === lang);
    if (!other || other === cell) return null;
    for (const id of about(mark)) {
      const of = (one) => all("[data-ref]", one).filter((each) => about(each).includes(id));
      const there = of(other)[of(cell).indexOf(mark)];
      if (there) return there;
    }
    return null;
  };

  // ``box``: between which heights of the window the words stand that are pointed at or focused. The line goes where
  // there is more room. In the page it follows the mark, so that the tab key leads from the mark into it and back.
  const light = (mark, box) => {
    clearTimeout(leaving);
    if (mark === lit) return;
    dim();
    lit = mark;
    mark.classList.add("lit");
    for (const link of all("[data-counterpart]", line)) {
      const there = counterpart(mark, link.dataset.counterpart);
      link.hidden = !there;
      if (!there) continue;
      there.classList.add("lit");
      link.href = `#${there.id}`;
    }
    const things = [...new Set(around(mark).flatMap(about))].map(thing).filter(Boolean);
    line.querySelector("[data-things]").replaceChildren(...things);
    mark.after(line);
    line.classList.toggle("reading-line-above", box.top > innerHeight - box.bottom);
    line.hidden = false;
    said.textContent = things.map((one) => one.textContent).join("; ");
  };

  // Where the line closes while the focus is in it, the focus goes back to the words that it was about.
  const close = () => {
    const back = line.contains(document.activeElement) && (lit.matches("a") ? lit : lit.querySelector("a"));
    if (back) back.focus({ preventScroll: true });
    dim();
    resting = true;
  };

  const inLine = (event) => event.target instanceof Element && line.contains(event.target);
  const markOf = (event) =>
    event.target instanceof Element && !inLine(event) ? event.target.closest("[data-parallel] [data-ref]") : null;
  const at = (event) => ({ top: event.clientY, bottom: event.clientY });
  const held = () => lit.contains(document.activeElement) || line.contains(document.activeElement);
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
    // What a pointer crosses does not take the line away from a focus that is in it.
    if (mark && !line.contains(document.activeElement)) light(mark, at(event));
    else if (inLine(event)) clearTimeout(leaving);
    else if (lit && !held()) leave();
  });
  text.addEventListener("pointerleave", (event) => {
    if (event.pointerType !== "touch" && lit && !held()) leave();
  });
  text.addEventListener("focusin", (event) => {
    const mark = markOf(event);
    if (mark) light(mark, event.target.getBoundingClientRect());
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
    if (touched && mark) event.preventDefault();
    touched = false;
    if (mark) light(mark, at(event));
    else if (lit && !inLine(event)) dim();
  });
  line.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) close();
    else if (event.target.closest("a")) leave();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && lit) close();
  });

  if (choice) {
    choice.hidden = false;
    choice.addEventListener("click", (event) => {
      const button = event.target.closest("[data-text]");
      if (button) choose(button.dataset.text);
    });
    const again = () => choose(chosen(), false);
    addEventListener("popstate", again);
    abreast.addEventListener("change", again);
    again();
    // What stands below a shorter text has moved up, with it what the address leads to.
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }
  addEventListener("hashchange", showTarget);
  showTarget();
})();
