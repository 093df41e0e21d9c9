// Chooses events and adds up what they come to, in the ledger and in the timeline. What an event can be chosen by, and
// from how many to how many people it befell, was decided when the site was built and stands in #ledger-data; so do all
// words. Nothing here is needed to read: without it the page shows everything.
"use strict";
(() => {
  const source = document.getElementById("ledger-data");
  const form = document.querySelector("[data-filters]");
  if (!source || !form) return;

  const { words, ...data } = JSON.parse(source.textContent);
  const LISTS = ["place", "party", "type", "outcome", "grade"];
  const DAYS = ["from", "to"];
  const fields = new Map([...LISTS, ...DAYS].map((name) => [name, form.querySelector(`[name="${name}"]`)]));
  const byKey = new Map(data.events.map((event) => [event.key, event]));
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const plural = new Intl.PluralRules(document.documentElement.lang);

  // Words

  const digits = (text) => String(text).replace(/\d/g, (digit) => words.digits[digit]);
  const number = (n) => digits(String(n).replace(/\B(?=(?:\d{3})+$)/g, words.group));
  const filled = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const counted = (forms, n, values) => filled(forms[plural.select(n)], { number: number(n), ...values });

  const range = (total) => {
    if (!total.events && total.words.size) {
      const [first, ...others] = total.words.keys();
      return first && !others.length ? words.words[first] : words.in_words;
    }
    if (!total.events) return words.uncounted;
    const { low, high } = total;
    const shape = low === high ? (high ? "exact" : "none") : low ? "between" : total.vague ? "up-to" : "from-none";
    const pattern = words.ranges[shape][(total.open ? 2 : 0) + (total.approximate ? 1 : 0)];
    return filled(pattern, { low: number(low), high: number(high) });
  };

  const day = (iso) => {
    const [year, month, day] = iso.split("-");
    return filled(words.days[month - 1], { day: digits(Number(day)), year: digits(year) });
  };

  const label = (name) => form.querySelector(`label[for="filter-${name}"]`).textContent;
  const value = (name, text) => {
    if (DAYS.includes(name)) return day(text);
    return [...fields.get(name).options].find((option) => option.value === text).text.trim();
  };

  // The choice: by name what is asked for, and the names of what this site does not know

  const isDay = (text) => {
    if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < "0001") return false;
    const date = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  };

  const isKnown = (name, text) =>
    DAYS.includes(name) ? isDay(text) : [...fields.get(name).options].some((option) => option.value === text);

  const inAddress = () => {
    const asked = new URLSearchParams(location.search);
    const choice = { filter: {}, unknown: [] };
    for (const name of fields.keys()) {
      const texts = [...new Set(asked.getAll(name))].filter((text) => text !== "");
      if (!texts.length) continue;
      choice.filter[name] = texts[0];
      if (texts.length > 1 || !isKnown(name, texts[0])) choice.unknown.push(name);
    }
    return choice;
  };

  const inForm = () => {
    const given = [...fields].map(([name, field]) => [name, field.value]).filter(([, text]) => text);
    return { filter: Object.fromEntries(given), unknown: [] };
  };

  const asQuery = (filter) =>
    new URLSearchParams([...fields.keys()].filter((name) => filter[name]).map((name) => [name, filter[name]])).toString();

  // Choosing and adding up

  const takes = ({ filter, unknown }, one) =>
    !unknown.length &&
    LISTS.every((name) => !filter[name] || one[name].includes(filter[name])) &&
    (!filter.to || !one.first || one.first <= filter.to) &&
    (!filter.from || !one.last || one.last >= filter.from);

  const addedUp = (events, wanted) => {
    const totals = new Map();
    const chosen = new Set(events.map((event) => event.key));
    for (const event of events) {
      if (event.within.some((whole) => chosen.has(whole))) continue; // it is counted with what it is a part of
      for (const [name, count] of Object.entries(event.counts)) {
        if (wanted && name.split("/")[0] !== wanted) continue;
        const total = totals.get(name) ?? {
          low: 0, high: 0, events: 0, uncounted: 0, disputed: 0, origins: new Set(), words: new Map(),
        };
        totals.set(name, total);
        if (count === null) {
          total.uncounted += 1;
          continue;
        }
        if (count.word !== undefined) {
          total.words.set(count.word, (total.words.get(count.word) ?? 0) + 1);
          continue;
        }
        total.events += 1;
        total.low += count.low;
        total.high += count.high;
        for (const flag of ["open", "approximate", "contested", "vague"]) total[flag] ||= count[flag] === true;
        if (count.disputed) total.disputed += 1;
        for (const origin of count.origins) total.origins.add(origin);
      }
    }
    return totals;
  };

  // What is shown of a choice

  let shown;

  const show = (choice) => {
    const { filter, unknown } = choice;
    const active = Object.keys(filter).length > 0;
    const events = data.events.filter((event) => takes(choice, event));
    const figures = (data.figures ?? []).filter((figure) => takes(choice, figure));
    const totals = data.figures ? addedUp(events, filter.outcome) : new Map();
    const keys = { event: new Set(events.map((one) => one.key)), figure: new Set(figures.map((one) => one.key)) };
    shown = { ...choice, keys, totals };

    for (const kind of ["event", "figure"]) {
      for (const element of all(`[data-${kind}]`)) element.toggleAttribute("hidden", !keys[kind].has(element.dataset[kind]));
    }
    for (const item of all("[data-alone]")) {
      const key = item.dataset.alone;
      item.hidden = !keys.event.has(key) || byKey.get(key).within.some((whole) => keys.event.has(whole));
    }
    for (const row of all("[data-outcome]")) {
      const unchosen = row.dataset.event !== undefined && !keys.event.has(row.dataset.event);
      row.hidden = unchosen || (Boolean(filter.outcome) && row.dataset.outcome !== filter.outcome);
    }
    for (const names of all("[data-voices]")) names.hidden = active;
    for (const row of all("[data-row]:not([data-answer])")) row.hidden = !totals.has(row.dataset.row);
    for (const element of all("[data-total]:not([data-still] *)")) showTotal(element, totals.get(element.dataset.total), active);
    for (const element of all("[data-still]")) element.hidden = active;
    for (const part of all("[data-part]")) showPart(part, totals.get(part.dataset.of));
    hideWhatIsEmpty(figures.length);
    for (const note of all("[data-no-casualties]")) note.hidden = !active || unknown.length > 0 || totals.size > 0;
    for (const apart of all("[data-apart-count]")) apart.textContent = counted(words.apart, figures.length);

    for (const [name, field] of fields) field.value = filter[name] ?? "";
    const said = Object.entries(filter).filter(([name]) => !unknown.includes(name));
    const texts = said.map(([name, text]) => filled(words.is, { label: label(name).toLowerCase(), value: value(name, text) }));
    const strange = unknown.length && filled(words.unknown, { what: unknown.map(label).join(words.and) });
    for (const element of all("[data-said]")) {
      element.hidden = !active;
      element.textContent = strange || filled(words.only, { what: texts.join(words.and) });
    }
    form.querySelector("[data-status]").textContent = strange || status(active, events.length, figures.length);
    form.querySelector("[data-reset]").parentElement.hidden = !active;
    for (const item of all("[data-downloads]")) item.hidden = unknown.length > 0;
  };

  const status = (active, events, figures) => {
    if (!events && !figures) return words.no_event;
    const known = data.events.length;
    const first = active ? counted(words.chosen, events, { all: number(known) }) : counted(data.rows ? words.figured : words.everything, known);
    return figures ? [first, counted(words.apart, figures)].join(words.and) : first;
  };

  const showTotal = (element, total, active) => {
    if (!total) return;
    const there = total.events > 0;
    element.dataset.scope = active ? "filter" : "site";
    element.textContent = range(total);
    element.classList.toggle("total-uncounted", !there);
    for (const bound of ["low", "high"]) {
      if (there) element.dataset[bound] = total[bound];
      else delete element.dataset[bound];
    }
    for (const flag of ["open", "approximate", "contested"]) element.toggleAttribute(`data-${flag}`, total[flag] === true);
  };

  const spanned = (className, text, title) => {
    const span = document.createElement("span");
    span.className = className;
    span.textContent = text;
    if (title) span.title = title;
    return span;
  };

  // What stands beside a total, by what it is.
  const PARTS = {
    covers: (total) => (total.events ? [" ", spanned("covers", counted(words.covers, total.events))] : []),
    events: (total) => [number(total.events)],
    origins: (total) => [number(total.origins.size)],
    behind: (total) => [
      total.events ? counted(words.origins, total.origins.size) : total.words.size ? words.worded : words.nobody,
    ],
    contested: (total) =>
      total.disputed ? [" ", spanned("badge badge-contested", counted(words.disputed, total.disputed))] : [],
    uncounted: (total) => [
      ...(total.events ? [...total.words].flatMap(([word, n]) => [spanned("word-events", wordy(word, n)), " "]) : []),
      ...(total.uncounted && (total.events || total.words.size) ? [spanned("uncounted-events", counted(words.uncounted_events, total.uncounted))] : []),
    ],
  };

  const wordy = (word, n) =>
    word ? counted(words.word_events, n, { word: words.words[word] }) : counted(words.wordy_events, n);

  const showPart = (part, total) => {
    if (total) part.replaceChildren(...PARTS[part.dataset.part](total));
  };

  const hideWhatIsEmpty = (figures) => {
    for (const list of all(".contents > ul")) {
      list.hidden = ![...list.children].some((item) => !item.hidden);
      list.previousElementSibling.hidden = list.hidden;
    }
    for (const part of all("[data-section]")) {
      part.hidden = !part.querySelector(`[data-${part.dataset.section}]:not([hidden])`);
      // What is folded is opened for what is looked for, and folded again with everything.
      if (part.matches("details")) part.open = Object.keys(shown.filter).length > 0 || part.hasAttribute("data-open");
    }
    for (const apart of all("[data-apart]")) apart.hidden = !figures;
  };

  // What is handed out

  const isShown = (row) =>
    row.figure
      ? shown.keys.figure.has(row.figure)
      : shown.keys.event.has(row.event) && (!shown.filter.outcome || row.outcome === shown.filter.outcome);

  const TABLES = {
    figures: ["casualties", () => [data.header, ...data.rows.filter(isShown).map((row) => row.line)]],
    totals: ["totals", () => [data.totals_header, ...data.totals.filter((name) => shown.totals.has(name)).map(totalLine)]],
  };

  const totalLine = (name) => {
    const total = shown.totals.get(name);
    const query = asQuery(shown.filter);
    const bounds = total.events ? [total.low, total.high] : ["", ""];
    const flags = [total.open, total.approximate, total.contested].map(Boolean);
    const parts = name.split("/");
    const [outcome, unit, who] = parts.length > 2 ? parts : [parts[0], "people", parts[1]];
    const wordEvents = [...total.words.values()].reduce((sum, n) => sum + n, 0);
    const counts = [total.uncounted, wordEvents, total.events, total.origins.size];
    const cells = [query ? "filter" : "site", query, outcome, unit, who, ...bounds, ...flags, ...counts];
    return `${cells.join(",")}\r\n`;
  };

  const handOut = (kind) => {
    const [table, lines] = TABLES[kind];
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(lines(), { type: "text/csv;charset=utf-8" }));
    link.download = `${[table, ...Object.entries(shown.filter).flat()].join("-")}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  // The address follows the form, and the form the address

  const keep = (query) => {
    for (const link of all("[data-keep-filter]")) link.href = link.href.split("?")[0] + query;
    dispatchEvent(new CustomEvent("filtered", { detail: query }));
  };

  let last;

  const follow = () => {
    if (location.search === last) return;
    last = location.search;
    show(inAddress());
    keep(location.search);
  };

  const choose = (choice) => {
    const address = new URL(location.href);
    address.search = asQuery(choice.filter);
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // A browser that does not let a page in a folder change its address still filters.
    }
    last = location.search;
    show(choice);
    keep(address.search);
  };

  form.addEventListener("change", () => choose(inForm()));
  form.addEventListener("click", (click) => {
    const button = click.target.closest("[data-download]");
    if (button) handOut(button.dataset.download);
    if (!click.target.closest("[data-reset]")) return;
    click.preventDefault();
    choose({ filter: {}, unknown: [] });
    form.querySelector("[data-fold]").open = true;
    fields.get("place").focus();
  });
  addEventListener("popstate", follow);
  for (const line of all("[data-unfiltered]")) line.hidden = true;
  form.hidden = false;
  follow();
  // On a phone the fields fill a screen: they open at a touch, and are open where something is chosen.
  if (matchMedia("(max-width: 40rem)").matches && !location.search) form.querySelector("[data-fold]").open = false;
})();
