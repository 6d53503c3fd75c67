
"use strict";
const graph = document.querySelector(".graph");
const panel = document.getElementById("panel");
const shown = document.getElementById("shown");
const hint = document.getElementById("hint");
const cards = new Map([...document.querySelectorAll("[data-card]")].map((c) => [c.dataset.card, c]));
const parts = [...graph.querySelectorAll("a")];
let kept = null;

function show(part) {
  const near = new Set(part.dataset.near.split(" "));
  for (const other of parts) other.classList.toggle("near", near.has(other.id.slice(2)));
  graph.classList.add("busy");
  hint.hidden = true;
  shown.replaceChildren(...part.dataset.cards.split(" ").map((key) => {
    const card = cards.get(key).cloneNode(true);
    card.removeAttribute("data-card");
    return card;
  }));
  panel.scrollTop = 0;
}

function rest() {
  const held = kept || parts.find((part) => part === document.activeElement);
  if (held) return show(held);
  graph.classList.remove("busy");
  shown.replaceChildren();
  hint.hidden = false;
}

function keep(part) {
  kept = part;
  panel.classList.toggle("pinned", part !== null);
  rest();
}

for (const part of parts) {
  part.addEventListener("pointerenter", () => { if (!kept) show(part); });
  part.addEventListener("pointerleave", rest);
  part.addEventListener("focus", () => { if (!kept) show(part); });
  part.addEventListener("blur", rest);
  part.addEventListener("click", (event) => { event.preventDefault(); keep(kept === part ? null : part); });
}
document.addEventListener("keydown", (event) => { if (event.key === "Escape") keep(null); });
