"""Walking the tree: what there is, what can be reached, what is where, what is said."""

from collections.abc import Iterator

from game.window.kit.node import Kit, Node
from game.window.kit.scroll import Scroll


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it, in reading order."""
    ahead = [node]
    while ahead:
        here = ahead.pop()
        yield here
        ahead.extend(reversed(here.children))


def find(root: Node, name: str) -> Node | None:
    """The node with that id."""
    return next((node for node in walk(root) if node.id == name), None) if name else None


def focusable(root: Node) -> list[Node]:
    """The nodes that the keyboard can reach, in order."""
    return [node for node in walk(root) if node.is_focusable]


def focusable_beside(root: Node, here: Node) -> list[Node]:
    """Where arrows can go from a node: to what is beside the page only from there."""
    asides = [each for node in walk(root) if node.is_aside for each in focusable(node)]
    if here in asides:
        return focusable(root)
    return [node for node in focusable(root) if node not in asides]


def scrolls_around(root: Node, target: Node) -> list[Scroll]:
    """The scrolling nodes around a node, the outer one first."""
    found: list[Scroll] = []

    def search(node: Node, above: list[Scroll]) -> bool:
        if node is target:
            found.extend(above)
            return True
        deeper = [*above, node] if isinstance(node, Scroll) else above
        return any(search(child, deeper) for child in node.children)

    search(root, [])
    return found


def node_at(root: Node, at: tuple[int, int]) -> Node | None:
    """The topmost node at that point that can be acted on or explained."""
    if isinstance(root, Scroll) and not root.rect.collidepoint(at):
        return None
    for child in reversed(root.children):
        found = node_at(child, at)
        if found is not None:
            return found
    return root if root.is_focusable and root.rect.collidepoint(at) else None


def scroll_at(root: Node, at: tuple[int, int], kit: Kit) -> Scroll | None:
    """The innermost scrolling node at that point that has something to scroll."""
    found = None
    for node in walk(root):
        is_here = isinstance(node, Scroll) and node.rect.collidepoint(at)
        if is_here and isinstance(node, Scroll) and node.overflow(kit):
            found = node
    return found


def transcript(root: Node) -> list[str]:
    """All that the screen says, line by line."""
    return [text for node in walk(root) if (text := node.spoken())]
