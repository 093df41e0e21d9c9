// The faces are in the style sheet. Asking for them before anything is drawn lets the first words be drawn in them.
// Without this they come a frame later.
"use strict";
for (const face of document.fonts) face.load();
