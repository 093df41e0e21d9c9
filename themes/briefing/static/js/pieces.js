// Data that is too much for one file lies in pieces, each a script: from a folder a page may load nothing else.
"use strict";

// A function that loads pieces of a folder by name, each once, and gives what `there` finds when it has come.
const isnadPieces = (folder, there) => {
  const policy = window.trustedTypes?.createPolicy("isnad-pieces", { createScriptURL: (address) => address });
  const loading = new Map();
  const load = (name) => {
    const come = (done, failed) => {
      const script = document.createElement("script");
      const address = `${folder}${name}.js`;
      script.src = policy ? policy.createScriptURL(address) : address;
      script.onload = () => done(there(name));
      script.onerror = () => {
        loading.delete(name);
        failed(new Error(name));
      };
      document.head.append(script);
    };
    if (!loading.has(name)) loading.set(name, new Promise(come));
    return loading.get(name);
  };
  return load;
};
