// How the search compares words. The index is made of the same forms when the site is built, in
// plugins/briefings/search_terms.py; a test in a browser holds the two alike.
"use strict";
const isnadWords = (() => {
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

  // All forms under which a word is kept and found, the likeliest first: without the article, as it stands, without a
  // particle (و ف ب ك ل), without an ending. As it stands too, since what looks like an article may be none: mines are
  // ألغام, adults بالغين, Germans ألمان. Places of one word are names whole, so names lose nothing: الفرقان is no pair
  // of teams (فرق).
  const forms = (word, names) => {
    const first = bare(word);
    const found = new Set([first, word]);
    if (names.has(first)) return [...found];
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
      if (names.has(one)) continue;
      for (const ending of ENDINGS) {
        if (one.endsWith(ending) && one.length - ending.length >= SHORTEST) found.add(one.slice(0, -ending.length));
      }
    }
    return [...found];
  };

  return { words, bare, forms, isArabic: (word) => ARABIC.test(word) };
})();
