"use strict";
const tip = document.getElementById("tip");
const said = document.getElementById("said");
const cards = new Map([...document.querySelectorAll("[data-card]")].map((c) => [c.dataset.card, c]));
const parts = [...document.querySelectorAll(".graph a.part")];
let kept = null;

function told(part) {
  const key = part.dataset.key;
  if (key.startsWith("w")) return [key];
  return [key, ...part.dataset.near.split(" ").filter((near) => near.startsWith("w"))];
}

function show(part) {
  const near = new Set([part.dataset.key, ...part.dataset.near.split(" ")]);
  const graph = part.closest(".graph");
  for (const other of graph.querySelectorAll("a.part")) {
    other.classList.toggle("near", near.has(other.dataset.key));
    other.classList.toggle("kept", other === kept);
  }
  graph.classList.add("busy");
  said.replaceChildren(...told(part).map((key) => {
    const card = cards.get(key).cloneNode(true);
    card.removeAttribute("data-card");
    return card;
  }));
  tip.classList.toggle("kept", part === kept);
  tip.hidden = false;
  tip.scrollTop = 0;
  place(part);
}

function place(part) {
  const box = (part.querySelector(".box") || part.querySelector(".verb")).getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetWidth, offsetHeight } = tip;
  const within = (at, size, room) => Math.max(8, Math.min(at, room - size - 8));
  let left = box.right + 14;
  let top = within(box.top - 20, offsetHeight, clientHeight);
  if (left + offsetWidth + 8 > clientWidth) {
    const above = box.top - offsetHeight - 12;
    left = within(box.left, offsetWidth, clientWidth);
    top = box.bottom + offsetHeight + 20 < clientHeight || above < 8 ? box.bottom + 12 : above;
  }
  tip.style.left = `${left + window.scrollX}px`;
  tip.style.top = `${top + window.scrollY}px`;
}

function rest() {
  const held = kept || parts.find((part) => part === document.activeElement);
  if (held) return show(held);
  for (const graph of document.querySelectorAll(".graph")) graph.classList.remove("busy");
  tip.hidden = true;
}

function keep(part) {
  kept = part;
  rest();
}

for (const part of parts) {
  part.addEventListener("pointerenter", (event) => { if (!kept && event.pointerType === "mouse") show(part); });
  part.addEventListener("pointerleave", rest);
  part.addEventListener("focus", () => { if (!kept) show(part); });
  part.addEventListener("blur", rest);
  part.addEventListener("click", (event) => { event.preventDefault(); keep(kept === part ? null : part); });
}
tip.querySelector("button").addEventListener("click", () => {
  if (document.activeElement) document.activeElement.blur();
  keep(null);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  kept = null;
  if (document.activeElement) document.activeElement.blur();
  rest();
});
