"""Records of arrays, changed field by field."""

import dataclasses

import numpy as np
import pytest

from engine.model.kernel import Alliance
from engine.model.records import replace


def test_a_changed_record_is_the_one_that_the_standard_library_makes() -> None:
    alliance = Alliance.start(3, 2)
    trust = np.full((3, 2, 2), 0.25)
    changed, expected = replace(alliance, trust=trust), dataclasses.replace(alliance, trust=trust)
    assert changed.trust is trust
    assert all(
        getattr(changed, each.name) is getattr(expected, each.name)
        for each in dataclasses.fields(Alliance)
    )
    assert alliance.trust is not trust


def test_a_field_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError, match="trusts"):
        replace(Alliance.start(1, 2), trusts=np.zeros(1))  # type: ignore[call-arg]
