// The search. The index lies in pieces, which are scripts, so that they come from a folder as well; those that a query
// needs are loaded, and MiniSearch looks through them here, so nothing that is looked for leaves the browser but the
// names of pieces. What is in a piece is said in plugins/briefings/search_files.py.
"use strict";
(() => {
  const form = document.querySelector("[data-search]");
  const source = document.getElementById("search-words");
  if (!form || !source || typeof MiniSearch === "undefined" || typeof isnadSearch === "undefined") return;

  const said = JSON.parse(source.textContent);
  const here = document.documentElement.lang;
  const other = here === "ar" ? "en" : "ar";
  const field = form.querySelector("[name=q]");
  const list = document.querySelector("[data-results]");
  const status = document.querySelector("[data-found]");
  const more = document.querySelector("[data-more]");
  const { words, bare, isArabic } = isnadWords;
  const NAMES = new Set(isnadSearch.names);
  const forms = (word) => isnadWords.forms(word, NAMES);

  // Pieces

  const piece = isnadPieces(form.dataset.search, (name) => isnadSearch.pieces[name]);
  const pieces = (names) => Promise.all([...new Set(names)].map(piece));

  // The last of the pieces whose first term, or document, does not come behind one.
  const place = (firsts, one) => {
    let [low, high] = [0, firsts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= one) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  };
  const LAST = "\uffff";

  // Adds to what is known the entries of terms, and of all terms that begin with some.
  const look = async (known, terms, beginnings) => {
    const at = (term) => place(isnadSearch.words, term);
    const wanted = [...terms.map((term) => [at(term), at(term)]), ...beginnings.map((one) => [at(one), at(one + LAST)])];
    const names = wanted.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, n) => `words-${from + n}`));
    const whole = new Set(terms);
    for (const entries of isnadSearch.words.length ? await pieces(names) : []) {
      for (const [term, found] of Object.entries(entries)) {
        if (whole.has(term) || beginnings.some((one) => term.startsWith(one) && term[0] !== "=")) known.set(term, found);
      }
    }
  };

  // Numbers of documents, of which each is told by how many come before it.
  const numbers = (steps) => {
    let at = 0;
    return steps.map((step) => (at += step));
  };

  const kindOf = (n) => isnadSearch.kinds.filter(([, first]) => first <= n).pop()[0];
  const documents = new Map();
  const firsts = [0, ...numbers(isnadSearch.documents)].slice(0, -1);
  const fetchDocuments = async (ids) => {
    const wanted = [...new Set(ids.map((n) => place(firsts, n)))];
    (await pieces(wanted.map((n) => `documents-${n}`))).forEach((some, n) =>
      some.forEach((one, m) => documents.set(firsts[wanted[n]] + m, one)),
    );
  };

  // The index

  const FIELDS = { title: 5, names: 4, text: 1 };
  // How much a term counts in a document is a letter, two further for twice as much; the length of the text is in it.
  const USUAL = "m".charCodeAt(0);
  const indexOf = (known) => {
    const ids = {};
    const index = [];
    for (const [term, entry] of known) {
      if (term[0] === "=") continue;
      const fields = {};
      entry.forEach((steps, number) => {
        if (!steps.length) return;
        const weights = steps.at(-1);
        fields[number] = {};
        numbers(steps.slice(0, -1)).forEach((n, at) => {
          ids[n] = n;
          fields[number][n] = 2 ** ((weights.charCodeAt(at) - USUAL) / 2);
        });
      });
      index.push([term, fields]);
    }
    const alike = Object.keys(FIELDS).map(() => 1);
    const told = {
      documentCount: isnadSearch.count,
      nextId: isnadSearch.count,
      documentIds: ids,
      fieldIds: Object.fromEntries(Object.keys(FIELDS).map((name, number) => [name, number])),
      fieldLength: Object.fromEntries(Object.keys(ids).map((n) => [n, alike])),
      averageFieldLength: alike,
      storedFields: {},
      index,
      serializationVersion: 2,
    };
    return MiniSearch.loadJS(told, {
      fields: Object.keys(FIELDS),
      tokenize: words,
      searchOptions: { tokenize: words, processTerm: (term) => term, boost: FIELDS },
    });
  };

  const NAMED = new Set(["place", "actor", "source"]);
  const KIND = { briefing: 3, dossier: 3, place: 2.5, actor: 2.5, source: 2.5, month: 2, page: 2, event: 1.5, claim: 1 };

  // A word of a query: any of its forms. With and without the article it also finds what begins with it, so that it is
  // found while it is typed; what is left of it without particle and ending does not, and counts for less.
  const begins = (form) => form.length > (isArabic(form) ? 3 : 2) && !/^\d+$/.test(form);
  const whole = (word) => [...new Set([bare(word), word])];
  const exactly = (word) => {
    const rest = forms(word).filter((form) => !whole(word).includes(form));
    const queries = whole(word).map((form) => ({ queries: [form], prefix: begins(form), weights: { fuzzy: 0.2, prefix: 0.5 } }));
    if (rest.length) queries.push({ queries: rest, combineWith: "OR", boostTerm: () => 0.4 });
    return { combineWith: "OR", queries };
  };
  const lookFor = (known, asked) => look(known, asked.flatMap(forms), asked.flatMap(whole).filter(begins));

  // The same word spelt a little otherwise. One letter makes armed men (مسلحين) of Muslims (مسلمين) and a transition of
  // an arrest, so this is tried only for a word that stands nowhere, and the reader is told.
  const FUZZY = 0.2;
  const isLong = (form) => form.length > (isArabic(form) ? 5 : 4) && !/\d/.test(form);
  const nearly = (word) =>
    isLong(bare(word)) ? { queries: [bare(word)], fuzzy: FUZZY, weights: { fuzzy: 0.2, prefix: 0.5 } } : exactly(word);

  // How many letters make one word of another, up to a number of them.
  const isNear = (one, two, most) => {
    let row = Array.from({ length: two.length + 1 }, (_, n) => n);
    for (let n = 1; n <= one.length; n += 1) {
      const next = [n];
      for (let m = 1; m <= two.length; m += 1) {
        next.push(Math.min(row[m] + 1, next[m - 1] + 1, row[m - 1] + (one[n - 1] === two[m - 1] ? 0 : 1)));
      }
      if (Math.min(...next) > most) return false;
      row = next;
    }
    return row[two.length] <= most;
  };

  // The terms that lie in lists by their script and length, and are spelt a little otherwise than a word.
  const spelt = async (word) => {
    const form = bare(word);
    if (!isLong(form)) return [];
    const most = Math.round(form.length * FUZZY);
    const own = isArabic(form) ? "ar" : "other";
    const alike = isnadSearch.near.filter(([script, length]) => script === own && Math.abs(length - form.length) <= most);
    const lists = await pieces(alike.map(([script, length]) => `near-${script}-${length}`));
    return lists.flatMap((terms) => terms.split(" ")).filter((term) => isNear(form, term, most));
  };

  // Every way in which a name can be written that has these words: each in any of its forms.
  const MOST_WAYS = 64;
  const waysOf = (asked) => {
    let ways = [[]];
    for (const word of asked) {
      if (ways.length * forms(word).length > MOST_WAYS) return [asked.map(bare)];
      ways = ways.flatMap((way) => forms(word).map((form) => [...way, form]));
    }
    return ways;
  };

  const MOST_WORDS = 12; // as many as a title has that is looked for as a whole
  const find = async (text) => {
    const asked = words(text).slice(0, MOST_WORDS);
    const known = new Map();
    // What is called exactly what was asked for comes first.
    const names = asked.length ? waysOf(asked).map((way) => `=${way.join("_")}`) : [];
    await Promise.all([look(known, names, []), lookFor(known, asked)]);
    const first = new Set(names.flatMap((name) => (known.has(name) ? numbers(known.get(name)[0]) : [])));
    const boostDocument = (n) => KIND[kindOf(n)] * (first.has(n) ? 10 : 1);
    const searchIn = (index) => (combineWith, queries) =>
      queries.length ? index.search({ combineWith, queries }, { boostDocument }) : [];

    // Whoever goes by that short or other name is found by the full one as well: SOHR.
    const people = [...first].filter((n) => NAMED.has(kindOf(n)));
    await fetchDocuments(people);
    const titles = people.flatMap((n) => [documents.get(n).title_ar, documents.get(n).title_en].filter(Boolean)).map(words);
    await lookFor(known, titles.flat());

    let search = searchIn(indexOf(known));
    const exact = asked.map(exactly);
    let results = [exact, ...titles.map((title) => title.map(exactly))].flatMap((queries) => search("AND", queries));
    const seen = new Set();
    results = results.filter(({ id }) => !seen.has(id) && seen.add(id));
    if (results.length) return { results, how: null };

    const missing = asked.filter((_, n) => !search("AND", [exact[n]]).length);
    await look(known, (await Promise.all(missing.map(spelt))).flat(), []);
    search = searchIn(indexOf(known));
    const near = asked.map((word, n) => (missing.includes(word) ? nearly(word) : exact[n]));
    results = search("AND", near);
    if (results.length) return { results, how: "near" };
    results = search("OR", exact);
    if (results.length) return { results, how: "some" };
    return { results: search("OR", near), how: "near" };
  };

  // Results

  const digits = (n) => String(n).replace(/\d/g, (digit) => said.digits[digit]);
  const plural = new Intl.PluralRules(here);
  const counted = (n) => said.found[plural.select(n)].replace("{number}", digits(n));

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  const inLanguage = (made, lang) => {
    if (lang !== here) {
      made.lang = lang;
      made.dir = lang === "ar" ? "rtl" : "ltr";
    }
    return made;
  };

  // Text with the words that were found marked. It is put together of text nodes: nothing in it is read as HTML.
  const marked = (into, text, terms) => {
    let at = 0;
    for (const match of text.matchAll(/[\p{L}\p{N}\p{M}\p{Cf}ـʿʾ'’]+(?:[,.٬]\p{Nd}{3}(?!\p{Nd}))*/gu)) {
      if (!words(match[0]).some((word) => forms(word).some((form) => terms.has(form)))) continue;
      into.append(text.slice(at, match.index), element("mark", "", match[0]));
      at = match.index + match[0].length;
    }
    into.append(text.slice(at));
    return at > 0;
  };

  // The part of a text around the first word that was found, some twenty words long.
  const around = (text, terms) => {
    const parts = text.split(/(\s+)/);
    const first = parts.findIndex((part) => words(part).some((word) => forms(word).some((form) => terms.has(form))));
    if (first < 0) return null;
    const from = Math.max(0, first - 12);
    const to = Math.min(parts.length, first + 30);
    return `${from ? "… " : ""}${parts.slice(from, to).join("").trim()}${to < parts.length ? " …" : ""}`;
  };

  const result = ({ id, terms }) => {
    const one = documents.get(id);
    const found = new Set(terms);
    const lang = one[`title_${here}`] ? here : other;
    const item = element("li", "result");
    const head = element("p", "result-title");
    const link = inLanguage(element("a"), lang);
    const [path, fragment] = one.at.split("#");
    link.href = `../${path}${fragment ? `#${fragment}` : ""}`;
    marked(link, one[`title_${lang}`] || one.at, found);
    head.append(element("span", "badge", said.kinds[kindOf(id)]), " ", link);
    item.append(head);
    for (const [name, language] of [[`text_${here}`, here], [`title_${other}`, other], [`text_${other}`, other], ["names", null]]) {
      const part = one[name] && !(name === `title_${lang}`) && around(one[name], found);
      if (!part) continue;
      const line = element("p", "result-text");
      if (language) inLanguage(line, language);
      else line.dir = "auto";
      marked(line, part, found);
      item.append(line);
      break;
    }
    return item;
  };

  const STEP = 20;
  let shown = [];

  const showMore = async () => {
    const from = shown;
    const next = from.slice(list.children.length, list.children.length + STEP);
    await fetchDocuments(next.map(({ id }) => id));
    if (from !== shown) return;
    list.append(...next.map(result));
    more.hidden = list.children.length >= shown.length;
  };

  // Only the last of the queries is answered; whoever waits long is told so.
  let asked = 0;
  const answer = async (query, mine) => {
    const { results, how } = query.trim() ? await find(query) : { results: null, how: null };
    await fetchDocuments((results ?? []).slice(0, STEP).map(({ id }) => id));
    if (mine !== asked) return;
    list.replaceChildren();
    shown = results ?? [];
    await showMore();
    if (mine !== asked) return;
    status.textContent = !results ? "" : !shown.length ? said.none : [counted(shown.length), said[how]].filter(Boolean).join(" · ");
    list.dataset.of = query;
  };
  const run = async () => {
    const mine = (asked += 1);
    const slow = setTimeout(() => mine === asked && (status.textContent = said.wait), 400);
    try {
      await answer(field.value, mine);
    } catch {
      if (mine === asked) status.textContent = said.failed;
    } finally {
      clearTimeout(slow);
    }
  };

  const keep = () => {
    const address = new URL(location.href);
    if (field.value.trim()) address.searchParams.set("q", field.value.trim());
    else address.searchParams.delete("q");
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // A browser that does not let a page in a folder change its address still searches.
    }
    dispatchEvent(new CustomEvent("filtered", { detail: address.search }));
  };

  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      run();
      keep();
    }, 150);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    run();
    keep();
  });
  more.addEventListener("click", async () => {
    const at = list.children.length;
    try {
      await showMore();
    } catch {
      status.textContent = said.failed;
    }
    list.children[at]?.querySelector("a").focus();
  });

  // From the field down to the results and back up with the arrows; Escape goes back to the field, and there clears it.
  document.querySelector("main").addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll(".result-title a")];
    const at = links.indexOf(document.activeElement);
    const inside = event.target === field || at >= 0;
    if (!inside) return;
    if (event.key === "ArrowDown" && at + 1 < links.length) links[at + 1].focus();
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? field).focus();
    else if (event.key === "Escape" && at >= 0) field.focus();
    else if (event.key === "Escape" && field.value) {
      clearTimeout(waiting);
      field.value = "";
      run();
      keep();
    } else return;
    event.preventDefault();
  });

  for (const without of document.querySelectorAll("[data-without-search]")) without.hidden = true;
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  run();
})();
