"""What is looked for on a page: what axe finds, what sticks out, and what a thumb can't press."""

from functools import cache
from importlib.resources import files

# To stand at the head of a function that a page runs.
LOOK = """
const root = document.documentElement;
const named = each => `${each.tagName}.${each.className} ${each.textContent.trim().slice(0, 40)}`;
const wide = () => [...document.querySelectorAll("body *")]
  .filter(each => each.getBoundingClientRect().right > root.clientWidth + 1
    || (each.clientWidth && each.scrollWidth > each.clientWidth + 1))
  .filter(each => !each.closest(".hidden, picture, svg, .skip, select, input"))
  .map(named);
const small = () => [...document.querySelectorAll("button, summary, select, .answer > label, " +
  ".chip > label, .tick > label, .choice, a.button, .files a, input[type=number], " +
  "input[type=text]")]
  .filter(each => each.checkVisibility())
  .map(each => [each.getBoundingClientRect(), each])
  .filter(([box]) => box.width < 44 || box.height < 44)
  .map(([box, each]) => `${each.tagName} ${box.width}x${box.height} ${each.textContent.trim()}`);
const parts = () => [...document.querySelectorAll("body > header, main > *, aside > *")];
const found = async (where, rules = {}, only = undefined) => {
  const options = {resultTypes: ["violations"], rules, ...(only && {runOnly: only})};
  const told = await axe.run(where, options);
  return told.violations.map(each => [each.id, each.nodes.map(node => node.html)]);
};
const unfold = () => document.querySelectorAll("details").forEach(each => each.open = true);
"""


@cache
def axe() -> str:
    """The script that knows what keeps a page from being read."""
    return files("axe_core_python").joinpath("axe.min.js").read_text("utf-8")
