// Long work: htmx, loaded only by the pages that use it, asks how far it is; a screen reader is told only of changes.

export function loadHtmx() {
  if (!document.querySelector("[hx-get], [hx-post]")) return;
  // Between "parsed" and "loaded" htmx would wait for an event that has already been.
  if (document.readyState === "complete") addHtmx();
  else window.addEventListener("load", addHtmx);
}

function addHtmx() {
  const script = document.createElement("script");
  script.src = document.getElementById("application").dataset.htmx;
  document.head.append(script);
}

export function announceProgress() {
  document.body.addEventListener("htmx:afterSettle", () => {
    for (const region of document.querySelectorAll("[data-announce-here]")) {
      const said = region.parentElement.querySelector("[data-announce]")?.dataset.announce ?? "";
      if (region.textContent !== said) region.textContent = said;
    }
  });
}
