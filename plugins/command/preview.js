// Shows the page anew when the content was read anew. Where the reader had scrolled to, the browser remembers.
"use strict";
(() => {
  const shown = document.currentScript.dataset.version;
  const look = async () => {
    if (!document.hidden) {
      try {
        const answer = await fetch("/.isnad/version", { cache: "no-store" });
        if (answer.ok && (await answer.text()) !== shown) {
          location.reload();
          return;
        }
      } catch {
        // The server was stopped. It may be started again.
      }
    }
    setTimeout(look, 300);
  };
  look();
})();
