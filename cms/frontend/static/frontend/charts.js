// Shows the value of a mark of a chart, by pointer and by the arrows of the keyboard.
// The words are those of the table below the drawing: marks say their row and column.

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function readTable(figure) {
  const table = figure.querySelector("table");
  const headings = [...table.querySelectorAll("thead th")].map((cell) => cell.innerText.trim());
  return (mark) => {
    const row = table.tBodies[0].rows[mark.dataset.row - 1];
    const column = Number(mark.dataset.column);
    const name = row.cells[0].firstChild.textContent.trim() || row.cells[0].textContent.trim();
    return { name, heading: headings[column], value: row.cells[column].textContent.trim() };
  };
}

function makeNote(drawing) {
  const note = document.createElement("p");
  note.className = "bilan-value";
  note.setAttribute("role", "status");
  note.hidden = true;
  drawing.append(note);
  return note;
}

/** Put the note over its mark, within the drawing. */
function place(note, mark, drawing) {
  const [own, around] = [mark.getBoundingClientRect(), drawing.getBoundingClientRect()];
  const left = own.left + own.width / 2 - around.left + drawing.scrollLeft - note.offsetWidth / 2;
  const most = drawing.scrollLeft + drawing.clientWidth - note.offsetWidth;
  const above = own.top - around.top - note.offsetHeight - 8;
  note.style.left = `${Math.max(drawing.scrollLeft, Math.min(left, most))}px`;
  note.style.top = `${above < 0 ? own.bottom - around.top + 8 : above}px`;
}

function serve(drawing) {
  const figure = drawing.closest("figure");
  const marks = [...drawing.querySelectorAll("[data-row]")];
  if (!marks.length || !figure.querySelector("table")) return;
  const read = readTable(figure);
  const note = makeNote(drawing);
  let current = null;

  const show = (mark) => {
    current?.classList.remove("bilan-mark");
    current = mark;
    note.hidden = !mark;
    if (!mark) return;
    const { name, heading, value } = read(mark);
    note.replaceChildren(Object.assign(document.createElement("strong"), { textContent: value }));
    note.append(` ${[name, heading].filter(Boolean).join(", ")}`);
    mark.classList.add("bilan-mark");
    place(note, mark, drawing);
  };

  drawing.setAttribute("aria-label", `${drawing.getAttribute("aria-label")} : les flèches lisent ses valeurs`);
  drawing.addEventListener("pointerover", (event) => {
    const mark = event.target.closest("[data-row]");
    if (mark) show(mark);
  });
  drawing.addEventListener("pointerleave", () => show(null));
  drawing.addEventListener("blur", () => show(null));
  drawing.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return show(null);
    const last = marks.length - 1;
    const ends = { Home: 0, End: last };
    const step = STEPS[event.key];
    if (step === undefined && !(event.key in ends)) return;
    event.preventDefault();
    const from = current ? marks.indexOf(current) : step > 0 ? -1 : marks.length;
    const to = event.key in ends ? ends[event.key] : from + step;
    show(marks[Math.max(0, Math.min(to, last))]);
  });
}

document.querySelectorAll(".bilan-chart__drawing").forEach(serve);
