"""The two fictional partnerships with their authorities are there."""

import pytest


@pytest.fixture(autouse=True)
def places(db: None) -> None:
    """Wessenmere and Norvale."""
    from tests.people import partnership  # models can be imported only when Django is ready

    partnership("Wessenmere")
    partnership("Norvale")
