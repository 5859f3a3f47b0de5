// What the page can do better with a script. Without one nothing is lost: the contents are open,
// and every link leads where it says.

const contents = document.querySelector(".contents");
const details = contents && contents.querySelector("details");

// The id that an address ends in; one that is cut short, as #%E0%A4, is none of the page's.
function idIn(hash) {
  try { return decodeURIComponent(hash.slice(1)); } catch { return ""; }
}

// On a small screen the contents wait to be opened; beside the text they are open.
function foldContents() {
  const wide = window.matchMedia("(min-width: 66rem)"); // as in style.css
  const fold = () => { details.open = wide.matches; };
  fold();
  wide.addEventListener("change", fold);
  document.addEventListener("click", event => {
    if (event.target.closest(`a[href='#${contents.id}']`)) details.open = true;
  });
}

// From the end of a chapter the way back is long where the contents do not stand beside it.
function leadBack() {
  for (const chapter of document.querySelectorAll("main > section:not([role])")) {
    const back = document.createElement("p"), link = document.createElement("a");
    back.className = "to-contents";
    link.href = `#${contents.id}`;
    link.textContent = "Back to contents";
    back.append(link);
    chapter.append(back);
  }
}

// Marks the link of the section in view: the innermost at a line just below the window's top, or,
// where the page ends before a section comes so far up, the one that was asked for, or the last.
function followReader() {
  const links = new Map([...contents.querySelectorAll("a[href^='#']")]
    .map(link => [document.getElementById(idIn(link.hash)), link]));
  links.delete(null);
  const sections = [...links.keys()];
  const atLine = new Set();
  let isAtEnd = false;

  function inView() {
    if (!isAtEnd) return sections.filter(section => atLine.has(section)).pop();
    const asked = document.getElementById(idIn(location.hash));
    const isSeen = asked && links.has(asked) && asked.getBoundingClientRect().top >= 0;
    return isSeen ? asked : sections.at(-1);
  }

  function mark() {
    const current = links.get(inView());
    for (const link of links.values()) {
      if (link === current) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
    if (current) keepInSight(current);
  }

  // Scrolls the contents alone, never the page.
  function keepInSight(link) {
    const box = contents.getBoundingClientRect(), place = link.getBoundingClientRect();
    if (place.top < box.top) contents.scrollTop -= box.top - place.top + box.height / 3;
    else if (place.bottom > box.bottom) contents.scrollTop += place.bottom - box.bottom + box.height / 3;
  }

  const line = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) atLine.add(target);
      else atLine.delete(target);
    }
    mark();
  }, { rootMargin: "-5% 0px -94% 0px" }); // below scroll-padding-top
  for (const section of sections) line.observe(section);
  const end = new IntersectionObserver(([{ isIntersecting }]) => {
    isAtEnd = isIntersecting;
    mark();
  }, { threshold: 0.9 });
  end.observe(document.querySelector(".page-footer"));
  window.addEventListener("hashchange", mark);
  contents.classList.add("follows");
}

// The switch that makes a link of each number, to its entry in the annex of evidence. The entry leads
// back to the number, without a script too. Nothing is remembered: each page begins without links.
function offerEvidence() {
  const numbers = [...document.querySelectorAll("data[data-entry]")]
    .filter(number => !number.closest("a"));
  if (!numbers.length) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "show-evidence";
  button.textContent = "Show evidence";
  button.setAttribute("aria-pressed", "false");
  button.addEventListener("click", () => {
    const isShown = button.getAttribute("aria-pressed") === "false";
    button.setAttribute("aria-pressed", isShown);
    for (const number of numbers) isShown ? link(number) : unlink(number);
  });
  if (contents) contents.prepend(button);
  else document.querySelector("main").prepend(button);

  function link(number) {
    const link = document.createElement("a");
    link.href = number.dataset.entry;
    link.setAttribute("aria-label", `${number.textContent}: evidence`);
    link.append(...number.childNodes);
    number.append(link);
  }

  function unlink(number) {
    number.replaceChildren(...number.firstChild.childNodes);
  }
}

if (details) {
  foldContents();
  leadBack();
  followReader();
}
offerEvidence();
