"use strict";
(() => {
  const root = document.documentElement;
  const field = document.getElementById("field");
  const body = field.tBodies[0];
  const rows = [...body.rows];
  const filters = document.getElementById("filters");
  const count = document.getElementById("count");
  const button = document.getElementById("compare-button");
  const compare = document.getElementById("compare");
  const MOST = 4;
  root.classList.add("js");
  filters.hidden = false;
  button.hidden = false;
  for (const cell of field.querySelectorAll(".pick")) cell.hidden = false;

  // Sorting: each head becomes a button; a level or a total begins with the highest.
  const letters = new Intl.Collator(root.lang);
  const value = (row, key) => row.getAttribute("data-" + key);
  const sortBy = (head) => {
    const key = head.dataset.key;
    const highFirst = key !== "rank" && key !== "name";
    const before = head.getAttribute("aria-sort");
    const down = before === "none" ? highFirst : before === "ascending";
    const order = (a, b) =>
      key === "name" ? letters.compare(value(a, key), value(b, key)) : Number(value(a, key)) - Number(value(b, key));
    const equal = (a, b) => Number(value(a, "rank")) - Number(value(b, "rank"));
    body.append(...rows.sort((a, b) => (down ? -order(a, b) : order(a, b)) || equal(a, b)));
    for (const other of field.querySelectorAll("th[data-key]")) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
  };
  for (const head of field.querySelectorAll("th[data-key]")) {
    const made = document.createElement("button");
    made.type = "button";
    const label = head.querySelector(".head");
    made.textContent = label.textContent;
    label.replaceWith(made);
    made.addEventListener("click", () => sortBy(head));
  }

  // Filters only hide rows of this view, and the count always says of how many.
  const show = () => {
    const wanted = [...filters.querySelectorAll("[data-filter]")].map((s) => [s.dataset.filter, Number(s.value)]);
    const name = document.getElementById("find").value.trim().toLocaleLowerCase();
    const only = document.getElementById("only").checked;
    let shown = 0;
    for (const row of rows) {
      const fits =
        wanted.every(([at, least]) => least === 0 || Number(value(row, "l" + at)) >= least) &&
        value(row, "name").toLocaleLowerCase().includes(name) &&
        (!only || row.classList.contains("listed"));
      row.hidden = !fits;
      shown += fits;
    }
    count.textContent = count.dataset.text.replace("##", rows.length).replace("#", shown);
  };
  filters.addEventListener("input", show);
  filters.addEventListener("submit", (event) => event.preventDefault());
  filters.addEventListener("reset", () => setTimeout(show));
  show();

  // Comparison: two to four, side by side, out of their own pages.
  const boxes = () => rows.map((row) => row.querySelector(".pick input"));
  const chosen = () => rows.filter((row) => row.querySelector(".pick input").checked);
  const picked = () => {
    const many = chosen().length;
    button.disabled = many < 2;
    for (const box of boxes()) box.disabled = many >= MOST && !box.checked;
  };
  body.addEventListener("change", picked);
  picked();
  const cell = (kind, ...content) => {
    const made = document.createElement(kind);
    made.append(...content);
    return made;
  };
  const copies = (article, at) => {
    const verdict = article.querySelector('.verdict[data-requirement="' + at + '"]');
    return verdict ? [...verdict.querySelectorAll(":scope > .summary, :scope > .quotes, :scope > .next")].map((p) => p.cloneNode(true)) : [];
  };
  const level = (row, at) => Number(value(row, "l" + at));
  const sideBySide = () => {
    const table = document.getElementById("side-by-side");
    const people = chosen().sort((a, b) => Number(value(a, "rank")) - Number(value(b, "rank")));
    const heads = [...field.querySelectorAll("th[data-key]")].slice(3);
    table.replaceChildren();
    const top = table.createTHead().insertRow();
    const scoped = (element, scope) => (element.setAttribute("scope", scope), element);
    top.append(scoped(cell("th", table.dataset.corner), "col"));
    for (const row of people) {
      const link = row.querySelector("th a").cloneNode(true);
      const total = cell("small", row.cells[3].textContent);
      top.append(scoped(cell("th", link, " ", total), "col"));
    }
    const inside = table.createTBody();
    const spread = (at) => Math.max(...people.map((p) => level(p, at))) - Math.min(...people.map((p) => level(p, at)));
    const decides = (at) => spread(at) * Number(heads[at].dataset.weight);
    const order = heads.map((head, at) => [head, at]).sort((a, b) => decides(b[1]) - decides(a[1]) || a[1] - b[1]);
    for (const [head, at] of order) {
      const line = inside.insertRow();
      line.append(scoped(cell("th", head.querySelector("button").textContent), "row"));
      for (const row of people) line.append(cell("td", ...copies(document.getElementById("p-" + value(row, "id")), at)));
    }
    compare.hidden = false;
    open(compare);
    document.getElementById("compare-head").focus();
    compare.scrollIntoView();
  };
  button.addEventListener("click", sideBySide);

  // One page at a time, by the address: the browser's own way back works.
  const open = (part) => {
    for (const other of document.querySelectorAll(".shown")) other.classList.remove("shown");
    if (part) part.classList.add("shown");
  };
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const page = target && target.closest(".person");
    if (!page) {
      open(null);
      return;
    }
    open(page);
    for (let at = target; at && at !== page; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    const focus = target === page ? page.querySelector("h2") : target;
    focus.focus({ preventScroll: true });
    focus.scrollIntoView({ block: target === page ? "start" : "center" });
  };
  addEventListener("hashchange", follow);
  follow();
})();
