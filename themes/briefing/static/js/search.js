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

  // Vowel signs, hamza carriers, the two ways to write ya and ta marbuta, joined forms, digits and invisible characters
  // do not matter; nor do the marks of transliteration and capitals.
  const plain = (text) =>
    text
      .normalize("NFKD")
      .replace(/[\p{M}\p{Cf}ـʿʾ'’‘`]/gu, "")
      .replace(/[٠-٩]/g, (digit) => digit.charCodeAt(0) - 0x660)
      .replace(/[۰-۹]/g, (digit) => digit.charCodeAt(0) - 0x6f0)
      .replace(/ٱ/g, "ا")
      .replace(/ة/g, "ه")
      .replace(/[ىی]/g, "ي")
      .replace(/ک/g, "ك")
      .replace(/(\d)[,.٬](?=\d{3}(?!\d))/g, "$1")
      .toLowerCase();

  const words = (text) => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  const ARABIC = /^[\u0621-\u064a]+$/;
  const SHORTEST = 3;

  // A word as it is looked up first: without the article, and without what is attached before the article.
  const bare = (word) => {
    if (!ARABIC.test(word)) return word;
    const found = /^(?:[وف]?[بك]?ال|[وف]?لل)(.+)$/.exec(word);
    return found && found[1].length >= SHORTEST ? found[1] : word;
  };

  const ENDINGS = ["يات", "ات", "ون", "ين", "ان", "يه", "ها", "هم", "وا", "ه", "ي"];

  // All forms under which a word is kept and found: itself, without a particle (و ف ب ك ل), without an ending.
  const forms = (word) => {
    const first = bare(word);
    const found = new Set([first]);
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
  index.addAll(documents);

  const KIND = { briefing: 3, dossier: 3, place: 2.5, actor: 2.5, source: 2.5, month: 2, page: 2, event: 1.5, claim: 1 };

  // A query: every word in one of its forms. Its first form also finds what begins with it, and, where it is long, what
  // is spelt a little otherwise; what is left of a word without particle and ending does not.
  const asked = (text) =>
    words(text)
      .filter((word) => !["al", "el", "the"].includes(word))
      .map((word) => {
        const [first, ...rest] = forms(word);
        const long = first.length > (ARABIC.test(first) ? 5 : 4) && !/\d/.test(first);
        const begins = first.length > (ARABIC.test(first) ? 3 : 2) && !/^\d+$/.test(first);
        const queries = [{ queries: [first], prefix: begins, fuzzy: long ? 0.2 : false, weights: { fuzzy: 0.2, prefix: 0.5 } }];
        if (rest.length) queries.push({ queries: rest, combineWith: "OR" });
        return { combineWith: "OR", queries };
      });

  // What is called exactly what was asked for comes first.
  const isCalled = (title, asked) => {
    const its = words(title).map(bare);
    return its.length === asked.length && its.every((word, n) => forms(asked[n]).includes(word));
  };
  const find = (text) => {
    const queries = asked(text);
    if (!queries.length) return null;
    const name = words(text);
    const boostDocument = (n) => {
      const one = documents[n];
      const names = [one.title_ar, one.title_en, ...(one.names ?? "").split(" · ")];
      return KIND[one.kind] * (names.some((title) => title && isCalled(title, name)) ? 10 : 1);
    };
    const all = index.search({ combineWith: "AND", queries }, { boostDocument });
    if (all.length || queries.length === 1) return { results: all, some: false };
    return { results: index.search({ combineWith: "OR", queries }, { boostDocument }), some: true };
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
    for (const match of text.matchAll(/[\p{L}\p{N}\p{M}\p{Cf}ـʿʾ'’]+(?:[,٬]\d{3})*/gu)) {
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

  const run = () => {
    const answer = find(field.value);
    list.replaceChildren();
    shown = answer ? answer.results : [];
    status.textContent = !answer
      ? ""
      : [shown.length ? counted(shown.length) : said.none, answer.some && shown.length ? said.some : ""].filter(Boolean).join(" · ");
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

  // From the field down to the results and back up with the arrows; Escape goes back to the field.
  document.querySelector("main").addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll(".result-title a")];
    const at = links.indexOf(document.activeElement);
    const inside = event.target === field || at >= 0;
    if (!inside) return;
    if (event.key === "ArrowDown" && at + 1 < links.length) links[at + 1].focus();
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? field).focus();
    else if (event.key === "Escape" && at >= 0) field.focus();
    else return;
    event.preventDefault();
  });

  for (const without of document.querySelectorAll("[data-without-search]")) without.hidden = true;
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (field.value) run();
})();
