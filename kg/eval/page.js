"use strict";
(() => {
  const filters = document.getElementById("misses");
  const find = document.getElementById("find");
  const shown = document.getElementById("shown");
  const boxes = [...filters.querySelectorAll("[data-show]")];
  const cards = [...document.querySelectorAll(".said")].map((card) => ({
    card,
    quote: (card.querySelector("blockquote") || card).textContent.toLowerCase(),
    items: [...card.querySelectorAll("li")].map((item) => ({ item, words: item.textContent.toLowerCase() })),
    things: card.classList.contains("things"),
  }));
  const sieve = () => {
    const sorts = new Set(boxes.filter((box) => box.checked).map((box) => box.dataset.show));
    const wanted = find.value.trim().toLowerCase();
    let count = 0;
    for (const { card, quote, items, things } of cards) {
      const all = !things && quote.includes(wanted);
      let here = 0;
      for (const { item, words } of items) {
        const fits = sorts.has(item.dataset.sort) && (all || words.includes(wanted));
        item.hidden = !fits;
        here += fits ? 1 : 0;
      }
      card.hidden = here === 0;
      count += here;
    }
    for (const story of document.querySelectorAll(".story")) {
      story.hidden = !story.querySelector(".said:not([hidden])");
    }
    shown.textContent = `${count} shown`;
  };
  filters.addEventListener("input", sieve);
  filters.hidden = false;
  sieve();
})();
