"""Every write to a referral. Each is atomic, names its person, and leaves one row in the trail."""

from second_question_web.incidents.referrals.actions.making import make
from second_question_web.incidents.referrals.actions.reading import note_downloaded, note_listed, note_opened
from second_question_web.incidents.referrals.actions.screening import decide, record_view, reopen

__all__ = ("decide", "make", "note_downloaded", "note_listed", "note_opened", "record_view", "reopen")
