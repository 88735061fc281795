"""How tests read a drawing."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).parents[2]

# What nanosvg draws, which is all that a drawing without labels may hold.
KNOWN = {
    "svg", "g", "defs", "linearGradient", "radialGradient", "stop", "path", "rect", "ellipse",
}  # fmt: skip


def parsed(drawing: str) -> ElementTree.Element:
    """The drawing as a tree; a fault in its text is an error."""
    return ElementTree.fromstring(drawing)


def tag(element: ElementTree.Element) -> str:
    """The name of an element, without its namespace."""
    return element.tag.partition("}")[2]


def faults(drawing: str) -> list[str]:
    """What nanosvg would skip or a browser would draw wrongly, in words."""
    elements = list(parsed(drawing).iter())
    ids = [element.get("id", "") for element in elements if element.get("id")]
    used = set(re.findall(r"url\(#([^)]*)\)", drawing))
    found = [f"<{tag(e)}>" for e in elements if tag(e) not in KNOWN]
    found += [f"id {name} twice" for name in set(ids) if ids.count(name) > 1]
    found += [f"no gradient {name}" for name in used - set(ids)]
    found += [f"offset {e.get('offset')}" for e in elements if not _is_percentage(e)]
    found += [f"{word} in {d[:60]}" for d in _values(elements) for word in ("nan", "inf", "None")
              if word in d]  # fmt: skip
    return found


def _is_percentage(element: ElementTree.Element) -> bool:
    return tag(element) != "stop" or element.get("offset", "").endswith("%")


def _values(elements: list[ElementTree.Element]) -> list[str]:
    return [value for e in elements for key, value in e.attrib.items() if key != "fill"]


def count(drawing: str, name: str) -> int:
    """How many elements of that name there are."""
    return sum(tag(element) == name for element in parsed(drawing).iter())


def loaded_by(code: str) -> set[str]:
    """The modules that a fresh process has loaded after running that code."""
    told = f"{code}\nimport sys; sys.stdout.write('\\n'.join(['', 'MODULES', *sys.modules]))"
    done = subprocess.run(
        [sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.partition("\nMODULES\n")[2].split())
