"""One browser for the tests of a module."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.chromium import PROGRAM


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, led by hand."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(executable_path=PROGRAM, args=["--no-sandbox"])
        yield found
        found.close()
