// What a reader takes along from an answer is copied when it is opened. Without this it can be read and marked.
"use strict";
for (const tool of document.querySelectorAll("[data-copy]")) {
  const text = tool.querySelector("[data-text]");
  const said = tool.querySelector("[role=status]");
  const { copied, marked } = tool.parentElement.dataset;
  const whole = () => {
    const copy = text.cloneNode(true);
    for (const link of copy.querySelectorAll("a")) link.textContent = link.href;
    return copy.textContent.replace(/\s+/g, " ").trim();
  };
  // Where a browser lets no page copy, the text is marked, and the reader copies it.
  const mark = () => {
    getSelection().selectAllChildren(text);
    said.textContent = marked;
  };
  tool.addEventListener("toggle", () => {
    said.textContent = "";
    if (!tool.open) return;
    if (!navigator.clipboard) return mark();
    navigator.clipboard.writeText(whole()).then(() => (said.textContent = copied), mark);
  });
}
