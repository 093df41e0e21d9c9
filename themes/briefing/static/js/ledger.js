// Chooses events, sorts them and adds up what they come to, in the ledger and in the timeline. What an event can be chosen
// by, and from how many to how many people it befell, was decided when the site was built and stands in #ledger-data; so
// do all words. Of many events it stands in files, one for each year, which come when somebody chooses. Nothing here is
// needed to read: without it the page shows everything, or leads there.
"use strict";
(() => {
  const source = document.getElementById("ledger-data");
  const form = document.querySelector("[data-filters]");
  if (!source || !form) return;

  const { words, ...data } = JSON.parse(source.textContent);
  const LISTS = ["place", "party", "type", "outcome", "grade"];
  const DAYS = ["from", "to"];
  const fields = new Map([...LISTS, ...DAYS].map((name) => [name, form.querySelector(`[name="${name}"]`)]));
  const sorting = form.querySelector("[name=sort]");
  const status = form.querySelector("[data-status]");
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const lang = document.documentElement.lang;
  const plural = new Intl.PluralRules(lang);
  const byKey = new Map();

  // The files of years

  const load = isnadPieces(data.at, (name) => self.isnadLists[name]);
  const loadAll = (end) => Promise.all(data.years.map((year) => load(year + end)));

  const take = (events, figures) => {
    data.events = events;
    data.figures = data.ledger ? figures : undefined;
    for (const one of [...events, ...(data.figures ?? [])]) byKey.set(one.key, one);
  };
  const ready = async () => {
    if (data.events) return;
    const parts = await loadAll("");
    data.years.forEach((year, n) => [...parts[n].events, ...parts[n].figures].forEach((one) => (one.year = year)));
    const events = parts.flatMap((part) => part.events);
    take(data.ledger ? events.filter((event) => event.figured) : events, parts.flatMap((part) => part.figures));
  };

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
    const sort = [...sorting.options].some((option) => option.value === asked.get("sort")) ? asked.get("sort") : "";
    const choice = { filter: {}, unknown: [], sort };
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
    return { filter: Object.fromEntries(given), unknown: [], sort: sorting.value };
  };

  const asQuery = (filter) =>
    new URLSearchParams([...fields.keys()].filter((name) => filter[name]).map((name) => [name, filter[name]])).toString();
  const asks = ({ filter, sort }) => Object.keys(filter).length > 0 || Boolean(sort);

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

  // The lines of what is chosen. Where there are many, those of the page are the newest, and others are made of words.

  const STEP = 100;
  const lists = new Map(all("[data-lines]").map((list) => [list.dataset.lines, list]));
  const atFirst = new Map([...lists].map(([kind, list]) => [kind, [...list.children]]));
  const lines = new Map([...atFirst].flatMap(([kind, own]) => own.map((line) => [line.dataset[kind], line])));
  const more = new Map(all("[data-more]").map((button) => [button.dataset.more, button]));

  const element = (name, className, ...inside) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...inside);
    return made;
  };
  const link = (href, text, language) => {
    const made = element("a", "");
    made.href = href;
    const inner = element(language === lang ? "bdi" : "span", "", text);
    if (language !== lang) {
      inner.lang = language;
      inner.dir = language === "ar" ? "rtl" : "ltr";
    }
    made.append(inner);
    return made;
  };
  const noted = (notes) => {
    const said = notes.map((note, n) => [n, note]).filter(([, note]) => note);
    return said.flatMap(([n, note], place) => [place ? " · " : "", n === 2 ? element("span", "denial", note) : note]);
  };

  const made = {
    event: (key, told) => {
      const numbers = (data.ledger ? told.numbers : told.numbers.slice(0, 1)).flatMap(([row, text, of]) => {
        const number = element("strong", "", text);
        const part = element("span", "", number, ` ${of}`);
        part.dataset.outcome = row.split("/")[0];
        return [part, " "];
      });
      return [element("p", "index-number", ...numbers), link(`../events/${key}/index.html`, told.title, told.lang)];
    },
    figure: (key, told) => {
      const figure = element("a", told.counted ? "figure" : "figure figure-uncounted", told.number);
      figure.href = told.words_at;
      figure.dataset.claim = told.claim;
      const whose = told.whose ? [" ", element("span", "note", `(${told.whose})`)] : [];
      return [element("p", "index-number", element("strong", "", figure), ` ${told.of}`, ...whose), link(told.at, told.title, told.lang)];
    },
  };

  const line = (kind, key, told) => {
    const item = element("li", "index-line");
    item.dataset[kind] = key;
    const [number, title] = made[kind](key, told);
    const notes = kind === "event" ? told.notes : [told.notes[0], [told.notes[1], told.notes[2]].filter(Boolean).join(" · ")];
    item.append(element("p", "index-when", told.when), number, element("p", "index-title", title), element("p", "index-note", ...noted(notes)));
    return item;
  };

  const size = (event, outcome) =>
    Math.max(-1, ...Object.entries(event.sizes).filter(([row], n) => (outcome ? row.split("/")[0] === outcome : !n)).map(([, high]) => high));
  const placeName = (event) => (event.where && isKnown("place", event.where) ? value("place", event.where) : "");
  const ORDERS = {
    number: (filter) => (one, other) => size(other, filter.outcome) - size(one, filter.outcome),
    sources: () => (one, other) => other.sources - one.sources,
    place: () => (one, other) => !placeName(one) - !placeName(other) || placeName(one).localeCompare(placeName(other), lang),
  };
  const began = (one) => one.first ?? one.last ?? "";
  const ended = (one) => one.last ?? "9";
  const inOrder = (kind, ones, { filter, sort }) => {
    const day = kind === "event" ? began : ended;
    const newest = [...ones].sort((one, other) => (day(one) < day(other) ? 1 : day(one) > day(other) ? -1 : 0));
    return kind === "event" && sort ? newest.sort(ORDERS[sort](filter)) : newest;
  };

  const open = (item) => {
    const wanted = shown.filter.outcome;
    item.hidden = false;
    for (const part of all("[data-outcome]", item)) part.hidden = Boolean(wanted) && part.dataset.outcome !== wanted;
  };

  // Those of a choice that are shown, and no more than fit; the line of each stands where the page has it, or is made.
  const arrange = async (kind, ones, many) => {
    const list = lists.get(kind);
    if (!list) return;
    const active = asks(shown);
    if (!data.years) {
      list.append(...(shown.sort ? inOrder(kind, ones, shown).map((one) => lines.get(one.key)) : atFirst.get(kind)));
      return;
    }
    const mine = shown;
    if (!active) for (const item of atFirst.get(kind)) open(item);
    const ordered = active ? inOrder(kind, ones, shown) : [];
    const first = ordered.slice(0, many);
    const missing = new Set(first.filter((one) => !lines.has(one.key)).map((one) => one.year));
    const parts = new Map(await Promise.all([...missing].map(async (year) => [year, await load(`${year}.${lang}`)])));
    if (mine !== shown) return;
    for (const one of first) {
      if (!lines.has(one.key)) lines.set(one.key, line(kind, one.key, parts.get(one.year)[`${kind}s`][one.key]));
      open(lines.get(one.key));
    }
    list.replaceChildren(...(active ? first.map((one) => lines.get(one.key)) : atFirst.get(kind)));
    const button = more.get(kind);
    button.hidden = ordered.length <= many;
    button.onclick = () => arrange(kind, ones, many + STEP);
    const section = list.closest("[data-section]");
    if (section) section.hidden = !list.children.length;
  };

  // What is shown of a choice

  let shown;

  const show = (choice) => {
    const { filter, unknown } = choice;
    const active = Object.keys(filter).length > 0;
    const events = data.events.filter((event) => takes(choice, event));
    const figures = (data.figures ?? []).filter((figure) => takes(choice, figure));
    const totals = data.ledger ? addedUp(events, filter.outcome) : new Map();
    const keys = { event: new Set(events.map((one) => one.key)), figure: new Set(figures.map((one) => one.key)) };
    shown = { ...choice, keys, totals };

    for (const kind of ["event", "figure"]) {
      for (const element of all(`[data-${kind}]`)) element.toggleAttribute("hidden", !keys[kind].has(element.dataset[kind]));
    }
    const arranged = [arrange("event", events, STEP), arrange("figure", figures, STEP)];
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
    for (const element of all("[data-still]")) element.hidden = active || (Boolean(choice.sort) && element.matches("section"));
    for (const heading of all("[data-asked]")) {
      heading.dataset.unasked ??= heading.textContent;
      heading.textContent = asks(choice) ? heading.dataset.asked : heading.dataset.unasked;
    }
    for (const part of all("[data-part]")) showPart(part, totals.get(part.dataset.of));
    hideWhatIsEmpty(figures.length);
    for (const note of all("[data-no-casualties]")) note.hidden = !active || unknown.length > 0 || totals.size > 0;
    for (const apart of all("[data-apart-count]")) apart.textContent = counted(words.apart, figures.length);

    const said = Object.entries(filter).filter(([name]) => !unknown.includes(name));
    const texts = said.map(([name, text]) => filled(words.is, { label: label(name).toLowerCase(), value: value(name, text) }));
    const strange = unknown.length && filled(words.unknown, { what: unknown.map(label).join(words.and) });
    for (const element of all("[data-said]")) {
      element.hidden = !active;
      element.textContent = strange || filled(words.only, { what: texts.join(words.and) });
    }
    showForm(choice);
    offer(choice);
    status.textContent = strange || told(active, events.length, figures.length);
    for (const item of all("[data-downloads]")) item.hidden = unknown.length > 0;
    return Promise.all(arranged);
  };

  // The form as a choice has it, and each filter of it to take off
  const applied = form.querySelector("[data-applied]");
  const showForm = ({ filter, unknown, sort }) => {
    for (const [name, field] of fields) field.value = filter[name] ?? "";
    sorting.value = sort;
    const known = Object.entries(filter).filter(([name]) => !unknown.includes(name));
    const buttons = known.map(([name, text]) => {
      const what = filled(words.is, { label: label(name), value: value(name, text) });
      const button = element("button", "", `${what} ×`);
      button.type = "button";
      button.dataset.takeOff = name;
      button.setAttribute("aria-label", filled(words.take_off, { what }));
      return element("li", "", button);
    });
    applied.replaceChildren(...buttons);
    applied.hidden = !buttons.length;
    form.querySelector("[data-reset]").parentElement.hidden = !Object.keys(filter).length;
  };

  // Values that would lead to nothing beside the others that are chosen are not offered.
  const offer = (choice) => {
    const ones = [...data.events, ...(data.figures ?? [])];
    for (const name of LISTS) {
      const others = { ...choice, filter: { ...choice.filter, [name]: undefined } };
      const found = choice.unknown.length ? ones : ones.filter((one) => takes(others, one));
      const there = new Set(found.flatMap((one) => one[name]));
      for (const option of fields.get(name).options) {
        const empty = option.value !== "" && option.value !== choice.filter[name] && !there.has(option.value);
        option.hidden = option.disabled = empty;
      }
    }
  };

  const told = (active, events, figures) => {
    if (!events && !figures) return words.no_event;
    const known = number(data.known);
    const first = active ? counted(words.chosen, events, { all: known }) : everything();
    return figures ? [first, counted(words.apart, figures)].join(words.and) : first;
  };
  const everything = () => counted(data.ledger ? words.figured : words.everything, data.known);

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

  const handOut = async (kind) => {
    if (data.years) {
      await ready();
      if (!shown) await show(inAddress());
      if (kind === "figures" && !data.rows) data.rows = (await loadAll(".rows")).flat().sort((row, other) => row.n - other.n);
    }
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
  let asked;

  // What is chosen is shown when it is there; until then the page stays as it is, and says so.
  const present = async (choice) => {
    asked = choice;
    if (!data.years) return show(choice);
    if (!data.events) {
      showForm(choice);
      status.textContent = asks(choice) ? words.wait : everything();
      if (!asks(choice)) return;
    }
    form.setAttribute("aria-busy", "true");
    try {
      await ready();
      if (asked === choice) await show(choice);
    } catch {
      if (asked === choice) status.textContent = words.failed;
    } finally {
      if (asked === choice) form.removeAttribute("aria-busy");
    }
  };

  const follow = () => {
    if (location.search === last) return;
    last = location.search;
    present(inAddress());
    keep(location.search);
  };

  const choose = (choice) => {
    const address = new URL(location.href);
    address.search = new URLSearchParams([...new URLSearchParams(asQuery(choice.filter)), ...(choice.sort ? [["sort", choice.sort]] : [])]);
    try {
      if (address.search !== location.search) history.pushState(null, "", address);
    } catch {
      // A browser that does not let a page in a folder change its address still filters.
    }
    last = location.search;
    present(choice);
    keep(address.search);
  };

  if (!data.years) take(data.events, data.figures ?? []);
  form.addEventListener("change", () => choose(inForm()));
  form.addEventListener("click", (click) => {
    const button = click.target.closest("[data-download]");
    if (button) handOut(button.dataset.download);
    const off = click.target.closest("[data-take-off]")?.dataset.takeOff;
    if (off) {
      fields.get(off).value = "";
      choose(inForm());
      fields.get(off).focus();
    }
    if (!click.target.closest("[data-reset]")) return;
    click.preventDefault();
    choose({ filter: {}, unknown: [], sort: sorting.value });
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
