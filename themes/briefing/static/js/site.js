// Nothing here is needed to read. A slash leads to the search. What is folded opens for an address that leads into it,
// as most browsers do by themselves. The language switch leads to the same place on the page, not only to its top, and to
// what the reader chose to see, where the page lets one choose.
"use strict";
addEventListener("keydown", (event) => {
  const field = document.querySelector("input[name=q]");
  const typing = event.target instanceof Element && event.target.closest("input, select, textarea, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing || !field) return;
  event.preventDefault();
  field.focus();
});
(() => {
  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.closest("details:not([open])")) return;
    for (let one = target; one; one = one.parentElement) if (one.matches("details")) one.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", open);
  open();
})();
(() => {
  const link = document.querySelector("[data-switch]");
  if (!link) return;
  const plain = link.getAttribute("href");
  const here = document.documentElement.lang;
  const there = link.hreflang;
  let query = location.search;
  const follow = () => {
    const place = location.hash.replace(new RegExp(`^#${here}_`), `#${there}_`);
    // A briefing has both languages on each page, or the Arabic alone on both; a dossier has each on its own page.
    const known = document.getElementById(place.slice(1)) || document.querySelector("[data-translated]");
    link.setAttribute("href", plain + query + (known ? place : location.hash));
  };
  addEventListener("hashchange", follow);
  addEventListener("filtered", (event) => {
    query = event.detail;
    follow();
  });
  follow();
})();
