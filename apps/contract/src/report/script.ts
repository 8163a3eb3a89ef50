/**
 * What the page does beside showing itself: opens what a link leads to, and filters the exchanges. Without it the page is
 * whole; nothing is loaded and nothing is made of what the report holds.
 */
export const script = `
const reveal = () => {
  const target = document.getElementById(location.hash.slice(1));
  for (let at = target; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true;
  target?.scrollIntoView();
};
addEventListener("hashchange", reveal);
reveal();
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll(".missing details, .reasons details")) fold.open = true;
});
const filter = document.getElementById("filter");
if (filter) {
  const entries = [...document.querySelectorAll(".exchange")].map((entry) =>
    [entry, entry.querySelector("summary").textContent.toLowerCase()]);
  const found = document.getElementById("found");
  filter.closest("form").hidden = false;
  filter.addEventListener("input", () => {
    const words = filter.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let count = 0;
    for (const [entry, text] of entries) {
      entry.hidden = !words.every((word) => text.includes(word));
      if (!entry.hidden) count++;
    }
    found.textContent = words.length ? count + " of " + entries.length : "";
  });
  filter.closest("form").addEventListener("submit", (event) => event.preventDefault());
}
`;
