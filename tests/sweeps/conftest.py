"""A sweep that asks for pages does so under the same quick and quiet settings as the web's tests."""

from tests.web.conftest import quick_and_quiet

__all__ = ["quick_and_quiet"]
