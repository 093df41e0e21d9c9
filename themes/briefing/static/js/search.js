// The search. The documents come with the page as a script; MiniSearch indexes them in the reader's browser, so nothing
// that is looked for leaves it. How words are compared is decided here, once, for documents and queries alike.
"use strict";
(() => {
  const form = document.querySelector("[data-search]");
  const source = document.getElementById("search-words");
  if (!form || !source || typeof MiniSearch === "undefined" || typeof isnadDocuments === "undefined") return;

  const said = JSON.parse(source.textContent);
  const here = document.documentElement.lang;
  const other = here === "ar" ? "en" : "ar";
  const field = form.querySelector("[name=q]");
  const list = document.querySelector("[data-results]");
  const status = document.querySelector("[data-found]");
  const more = document.querySelector("[data-more]");

  // Words

  // Words that stand in every text and name nothing. They go before the two ways to write ya become one: else whoever
  // looks for a man called علي is given every على, and whoever looks for a governor, والي, every إلى.
  const NAMELESS = /(?<![\p{L}\p{N}])(?:[وف]?(?:على|الى|حتى|لدى|في|فى|من|عن)|al|el|the|of|in|on|at|to|and|by|an?)(?![\p{L}\p{N}])/gu;
  // The article before a hyphen, as transliteration writes it: an-Nusra, ash-Shaar, ez-Zor.
  const ARTICLE = /(?<![\p{L}\p{N}])[ae](?:[lrsntdz]|sh|th|dh)[-‐‑](?=\p{L})/gu;

  // Vowel signs, hamza carriers, the two ways to write ya and ta marbuta, joined forms, digits and invisible characters
  // do not matter; nor do the marks of transliteration and capitals.
  const plain = (text) =>
    text
      .normalize("NFKD")
      .replace(/[\p{M}\p{Cf}ـʿʾ'’‘`]/gu, "")
      .toLowerCase()
      .replace(ARTICLE, "")
      .replace(NAMELESS, " ")
      .replace(/[٠-٩]/g, (digit) => digit.charCodeAt(0) - 0x660)
      .replace(/[۰-۹]/g, (digit) => digit.charCodeAt(0) - 0x6f0)
      .replace(/ٱ/g, "ا")
      .replace(/ة/g, "ه")
      .replace(/[ىی]/g, "ي")
      .replace(/ک/g, "ك")
      .replace(/(\d)[,.٬](?=\d{3}(?!\d))/g, "$1");

  const words = (text) => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  const ARABIC = /^[\u0621-\u064a]+$/;
  const SHORTEST = 3;

  // A word without the article, and without what is attached before the article.
  const bare = (word) => {
    if (!ARABIC.test(word)) return word;
    const found = /^(?:[وف]?[بك]?ال|[وف]?لل)(.+)$/.exec(word);
    return found && found[1].length >= SHORTEST ? found[1] : word;
  };

  const ENDINGS = ["يات", "ات", "ون", "ين", "ان", "يه", "ها", "هم", "وا", "ه", "ي"];

  // Places of one word are names whole: الفرقان is no pair of teams (فرق).
  const NAMES = new Set();
  for (const { kind, title_ar } of isnadDocuments) {
    const its = kind === "place" && title_ar ? words(title_ar) : [];
    if (its.length === 1) NAMES.add(bare(its[0]));
  }

  // All forms under which a word is kept and found, the likeliest first: without the article, as it stands, without a
  // particle (و ف ب ك ل), without an ending. As it stands too, since what looks like an article may be none: mines are
  // ألغام, adults بالغين, Germans ألمان.
  const forms = (word) => {
    const first = bare(word);
    const found = new Set([first, word]);
    if (NAMES.has(first)) return [...found];
    if (!ARABIC.test(word)) {
      if (/^[a-z]+$/.test(word)) {
        if (word.length > 5 && /^(al|el)[^aeiou]/.test(word)) found.add(word.slice(2));
        for (const one of [...found]) if (one.length > 3 && one.endsWith("s")) found.add(one.slice(0, -1));
      }
      return [...found];
    }
    const particle = /^[وف]?[بكل](.+)$|^[وف](.+)$/.exec(first);
    const rest = particle && (particle[1] ?? particle[2]);
    if (rest && rest.length >= SHORTEST) found.add(rest);
    for (const one of [...found]) {
      if (NAMES.has(one)) continue;
      for (const ending of ENDINGS) {
        if (one.endsWith(ending) && one.length - ending.length >= SHORTEST) found.add(one.slice(0, -ending.length));
      }
    }
    return [...found];
  };

  // The index

  const FIELDS = ["title_ar", "title_en", "names", "text_ar", "text_en"];
  const index = new MiniSearch({
    idField: "n",
    fields: FIELDS,
    tokenize: words,
    processTerm: forms,
    searchOptions: { tokenize: words, processTerm: (term) => term, boost: { title_ar: 5, title_en: 5, names: 4 } },
  });
  const documents = isnadDocuments.map((one, n) => ({ n, ...one }));

  const NAMED = new Set(["place", "actor", "source"]);
  const KIND = { briefing: 3, dossier: 3, place: 2.5, actor: 2.5, source: 2.5, month: 2, page: 2, event: 1.5, claim: 1 };

  // A word of a query: any of its forms. With and without the article it also finds what begins with it, so that it is
  // found while it is typed; what is left of it without particle and ending does not, and counts for less.
  const begins = (form) => form.length > (ARABIC.test(form) ? 3 : 2) && !/^\d+$/.test(form);
  const exactly = (word) => {
    const whole = [...new Set([bare(word), word])];
    const rest = forms(word).filter((form) => !whole.includes(form));
    const queries = whole.map((form) => ({ queries: [form], prefix: begins(form), weights: { fuzzy: 0.2, prefix: 0.5 } }));
    if (rest.length) queries.push({ queries: rest, combineWith: "OR", boostTerm: () => 0.4 });
    return { combineWith: "OR", queries };
  };

  // The same word spelt a little otherwise. One letter makes armed men (مسلحين) of Muslims (مسلمين) and a transition of
  // an arrest, so this is tried only for a word that stands nowhere, and the reader is told.
  const nearly = (word) => {
    const form = bare(word);
    const long = form.length > (ARABIC.test(form) ? 5 : 4) && !/\d/.test(form);
    return long ? { queries: [form], fuzzy: 0.2, weights: { fuzzy: 0.2, prefix: 0.5 } } : exactly(word);
  };

  // What is called exactly what was asked for comes first.
  const isCalled = (title, asked) => {
    const its = words(title).map(bare);
    return its.length === asked.length && its.every((word, n) => forms(asked[n]).includes(word));
  };
  const find = (text) => {
    const name = words(text);
    const boosts = new Map();
    const boost = (one) => {
      const names = [one.title_ar, one.title_en, ...(one.names ?? "").split(" · ")];
      return KIND[one.kind] * (names.some((title) => title && isCalled(title, name)) ? 10 : 1);
    };
    const boostDocument = (n) => boosts.get(n) ?? boosts.set(n, boost(documents[n])).get(n);
    const search = (combineWith, queries) => (queries.length ? index.search({ combineWith, queries }, { boostDocument }) : []);

    const exact = name.map(exactly);
    let results = search("AND", exact);
    // Whoever goes by that short or other name is found by the full one as well: SOHR.
    const called = documents.filter(({ kind, names }) => NAMED.has(kind) && names?.split(" · ").some((one) => isCalled(one, name)));
    const titles = called.flatMap((one) => [one.title_ar, one.title_en].filter(Boolean));
    for (const title of titles) results.push(...search("AND", words(title).map(exactly)));
    const seen = new Set();
    results = results.filter(({ id }) => !seen.has(id) && seen.add(id));
    if (results.length) return { results, how: null };
    const near = name.map((word, n) => (search("AND", [exact[n]]).length ? exact[n] : nearly(word)));
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
    const one = documents[id];
    const found = new Set(terms);
    const lang = one[`title_${here}`] ? here : other;
    const item = element("li", "result");
    const head = element("p", "result-title");
    const link = inLanguage(element("a"), lang);
    const [path, fragment] = one.at.split("#");
    link.href = `../${path}${fragment ? `#${fragment}` : ""}`;
    marked(link, one[`title_${lang}`] || one.at, found);
    head.append(element("span", "badge", said.kinds[one.kind]), " ", link);
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

  const showMore = () => {
    const next = shown.slice(list.children.length, list.children.length + STEP);
    list.append(...next.map(result));
    more.hidden = list.children.length >= shown.length;
    return next.length;
  };

  let ready = false;
  const run = () => {
    if (!ready) {
      status.textContent = field.value.trim() ? said.wait : "";
      return;
    }
    const { results, how } = field.value.trim() ? find(field.value) : { results: null, how: null };
    list.replaceChildren();
    shown = results ?? [];
    status.textContent = !results ? "" : !shown.length ? said.none : [counted(shown.length), said[how]].filter(Boolean).join(" · ");
    showMore();
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
  more.addEventListener("click", () => {
    const at = list.children.length;
    showMore();
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
  // In steps, so that the page can be read, typed in and left meanwhile.
  index.addAllAsync(documents, { chunkSize: 100 }).then(() => {
    ready = true;
    run();
  });
})();
