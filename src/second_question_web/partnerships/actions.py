"""Every change to who is where. The parts are in modules of their own; other apps ask here."""

from second_question_web.partnerships.loading import Loaded, load_reference

__all__ = ["Loaded", "load_reference"]
