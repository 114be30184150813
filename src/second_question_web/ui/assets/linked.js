// A link to something inside closed details opens them. Newer browsers do so by themselves; older ones would show nothing.

export function openWhatIsLinked() {
  window.addEventListener("hashchange", open);
  open();
}

function open() {
  const linked = document.querySelector(":target");
  const closed = linked?.closest("details:not([open])");
  if (!closed) return;
  closed.open = true;
  linked.scrollIntoView();
}
