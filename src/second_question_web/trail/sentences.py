"""What a row of the trail says, as a sentence made when it is shown: who, and the words for what was done.

A new action needs a line here; a test asks for it. `{key}` is the key of the row's subject. Words that name one case read
best with its reference; the page shows the case beside them.
"""

from dataclasses import dataclass
from enum import StrEnum

from second_question_web.trail.models import Entry, Outcome

NOBODY = "Somebody who was not signed in"


class Kind(StrEnum):
    """What sort of deed it is: a look at something, or a change of it."""

    READ = "read"
    CHANGE = "change"


@dataclass(frozen=True)
class Phrase:
    """What an action did, to follow the person's name. `label` names it in the filter."""

    words: str
    label: str
    kind: Kind = Kind.CHANGE


def _read(words: str, label: str) -> Phrase:
    return Phrase(words, label, Kind.READ)


PHRASES: dict[str, Phrase] = {
    # Refusals
    "page.refuse": _read("asked for the page {key} and was refused", "Page refused"),
    "record.refuse": _read("asked for {kind} {key} and was refused", "Record refused"),
    # The trail itself
    "trail.list": _read("read the trail", "Trail read"),
    "trail.read": _read("opened row {key} of the trail", "Row of the trail opened"),
    "trail.download": _read("downloaded the trail", "Trail downloaded"),
    "trail.check": _read("checked the chain of the trail from its first row to its last", "Chain of the trail checked"),
    "trail.read_case": _read("looked at who opened {key}", "Who opened a case"),
    # Notifications
    "notification.open": _read("opened {key}: {kind}", "Notification opened"),
    "notification.start": Phrase("began notification {key}", "Notification begun"),
    "notification.answer": Phrase("answered questions of {key}", "Questions answered"),
    "notification.send": Phrase("sent notification {key}", "Notification sent"),
    "notification.amend": Phrase("amended notification {key}", "Notification amended"),
    "notification.tell": Phrase("recorded who was told of {key}", "Telling recorded"),
    "notification.withdraw": Phrase("withdrew notification {key}", "Notification withdrawn"),
    "notification.discard": Phrase("discarded the draft {key}", "Draft discarded"),
    "notification.not_the_same": Phrase("judged that {key} is not a duplicate", "Likely duplicate judged"),
    "child.add": Phrase("added {key}", "Child added"),
    "child.remove": Phrase("removed {key}", "Child removed"),
    "adult.add": Phrase("added {key}", "Adult added"),
    "adult.remove": Phrase("removed {key}", "Adult removed"),
    "draft_text.begin": Phrase("began to type on the page {key}", "Typing begun"),
    "draft_text.drop": Phrase("threw away what was typed on the page {key}", "Typing thrown away"),
    # The Panel
    "panel.receive": Phrase("put notification {key} into the Panel’s inbox", "Notification arrived at the Panel"),
    "panel.acknowledge": Phrase("acknowledged notification {key} for the Panel", "Notification acknowledged"),
    "panel.list": _read("read the Panel’s inbox", "Panel’s inbox read"),
    "panel.list_reviews": _read("read the Panel’s list of rapid reviews", "Panel’s rapid reviews listed"),
    "panel.list_changes": _read("read which decisions changed after advice", "Changed decisions read"),
    "panel.read_review": _read("opened the rapid review of {key} at the Panel", "Rapid review opened at the Panel"),
    "panel.read_replies": _read("read what the Panel replied to {key}", "Panel’s reply read"),
    "panel.read_letter": _read("took the Panel’s letter about {key}", "Panel’s letter taken"),
    "panel.write_reply": Phrase("wrote in the Panel’s reply to {key}", "Panel’s reply drafted"),
    "panel.reply": Phrase("replied to the rapid review of {key} for the Panel", "Panel replied"),
    "panel.answer": Phrase("answered the Panel’s reply to {key}", "Panel answered"),
    # Rapid reviews
    "rapid_review.begin": Phrase("opened the rapid review of {key} and started its clock", "Rapid review begun"),
    "rapid_review.close": Phrase("closed the rapid review of {key}", "Rapid review closed"),
    "rapid_review.record_sent": Phrase("recorded that the rapid review of {key} was sent", "Rapid review sent"),
    "rapid_review.read": _read("read the rapid review of {key}", "Rapid review read"),
    "prompt.dismiss": Phrase("dismissed a prompt in the rapid review of {key}", "Prompt dismissed"),
    "prompt.take_back": Phrase("let a dismissed prompt of {key} stand again", "Dismissal taken back"),
    "pathway.make_moment": Phrase(
        "made a moment of an episode in the rapid review of {key}", "Moment made of an episode"
    ),
    "analysis.take_episode": Phrase(
        "took an agency’s episode into the analysis of {key}", "Agency’s episode taken into the analysis"
    ),
    "rapid_review.cite_learning": Phrase(
        "cited earlier learning in the rapid review of {key}", "Earlier learning cited"
    ),
    "rapid_review.say_what_became": Phrase(
        "said in the rapid review of {key} what became of earlier learning", "What became of earlier learning said"
    ),
    "rapid_review.take_out_learning": Phrase(
        "took a citation of earlier learning out of the rapid review of {key}", "Earlier learning taken out"
    ),
    "template.add_question": Phrase("added question {key} to the template", "Question added to the template"),
    "template.change_question": Phrase("changed question {key} of the template", "Added question changed"),
    "template.end_question": Phrase("set the last day of question {key} of the template", "Added question ended"),
    "rapid_review.open_import": _read("opened {kind} of {key}", "Import opened"),
    "rapid_review.read_file": Phrase("had a file read for the rapid review of {key}", "File of a review read"),
    "rapid_review.import": Phrase("took a file into the rapid review of {key}", "File taken into a review"),
    "rapid_review.place_passage": Phrase("placed a passage in the rapid review of {key}", "Passage placed"),
    "rapid_review.leave_out_passage": Phrase("left a passage out of the rapid review of {key}", "Passage left out"),
    "rapid_review.put_passage_back": Phrase("let a passage of {key} wait again", "Passage put back"),
    "clock.pause": Phrase("paused the clock of the rapid review of {key}", "Clock paused"),
    "clock.resume": Phrase("ended the pause of the rapid review of {key}", "Pause ended"),
    "clock.extend": Phrase("extended the rapid review of {key}", "Clock extended"),
    # The library
    "library.deposit": Phrase("gave document {key} to the library", "Document given to the library"),
    "library.read": Phrase("read document {key} and proposed its facts", "Document of the library read"),
    "library.read_problem": Phrase("could not read document {key}", "Document could not be read"),
    "library.open_deposit": _read("opened the deposit of document {key}", "Deposit opened"),
    "library.correct": Phrase("checked the facts of document {key}", "Facts of a document checked"),
    "library.record": Phrase("put record {key} into the library", "Record put into the library"),
    "library.decide": Phrase("put document {key} into the library", "Document put into the library"),
    "library.change": Phrase("changed document {key} of the library", "Document of the library changed"),
    "library.withdraw": Phrase("took document {key} out of the library", "Document taken out of the library"),
    "library.restore": Phrase("put document {key} back into the library", "Document put back into the library"),
    "library.download": _read(
        "downloaded a list with restricted documents of the library", "List of the library downloaded"
    ),
    "library.open": _read("opened document {key} of the library", "Restricted document opened"),
    "library.open_file": _read("took the file of document {key} of the library", "Restricted file taken"),
    "saved_search.save": Phrase("saved a search of the library", "Search saved"),
    "saved_search.change": Phrase("changed a saved search", "Saved search changed"),
    "saved_search.remove": Phrase("removed a saved search", "Saved search removed"),
    "saved_search.see": _read("marked what is new in a saved search as seen", "Saved search looked at"),
    "saved_search.stop": Phrase("ended the emails about saved searches", "Emails about saved searches ended"),
    "saved_search.write": Phrase("wrote to {kind} {key} about saved searches", "Email about saved searches sent"),
    "library.discard": Phrase("put document {key} aside before it was in the library", "Deposit put aside"),
    # Meetings, other areas and history of a rapid review
    "meeting.list": _read("read {kind} of the rapid review of {key}", "Meetings or actions read"),
    "meeting.open": _read("opened meeting {key}", "Meeting opened"),
    "meeting.download": _read("took meeting {key} away as a file", "Meeting downloaded"),
    "meeting.call": Phrase("called meeting {key}", "Meeting called"),
    "meeting.change": Phrase("changed meeting {key}", "Meeting changed"),
    "meeting.cancel": Phrase("cancelled meeting {key}", "Meeting cancelled"),
    "meeting.hold": Phrase("recorded that meeting {key} was held", "Meeting held"),
    "meeting.write": Phrase("wrote in meeting {key}", "Agenda or notes written"),
    "meeting.invite": Phrase("invited people to meeting {key}", "People invited"),
    "meeting.change_person": Phrase("changed somebody on the list of meeting {key}", "Invitation changed"),
    "meeting.remove_person": Phrase("took somebody off the list of meeting {key}", "Invitation taken back"),
    "meeting.attendance": Phrase("marked who was at meeting {key}", "Attendance marked"),
    "meeting.add_actions": Phrase("wrote down actions of meeting {key}", "Actions of a meeting added"),
    "meeting.change_action": Phrase("changed an action of meeting {key}", "Action of a meeting changed"),
    "meeting.mark_done": Phrase("marked an action of meeting {key}", "Action of a meeting marked"),
    "immediate_action.mark_done": Phrase("marked immediate action {key}", "Immediate action marked"),
    "area.list": _read("read which areas take part in the rapid review of {key}", "Areas of a review read"),
    "area.add": Phrase("added an area to the rapid review of {key}", "Area added to a review"),
    "area.end": Phrase("ended the part of an area in the rapid review of {key}", "Area’s part ended"),
    "rapid_review.list": _read("read the list of rapid reviews", "Rapid reviews listed"),
    "rapid_review.download": _read("downloaded the list of rapid reviews", "Rapid reviews downloaded"),
    "history.open": _read("opened the event history of {key}", "Event history opened"),
    "history.download": _read("downloaded the event history of {key}", "Event history downloaded"),
    "history.download_all": _read("downloaded the events of rapid reviews", "Events of reviews downloaded"),
    # What agencies contribute
    "agency_request.ask": Phrase("asked an agency for its summary: request {key}", "Agency asked"),
    "agency_request.list": _read("read which agencies were asked for {key}", "Agencies asked read"),
    "agency_request.download": _read("downloaded which agencies were asked for {key}", "Agencies asked downloaded"),
    "agency_request.read": _read("opened request {key} to an agency", "Request to an agency opened"),
    "agency_request.remind": Phrase("reminded an agency of request {key}", "Agency reminded"),
    "agency_request.withdraw": Phrase("withdrew request {key} to an agency", "Request to an agency withdrawn"),
    "agency_request.send_back": Phrase("sent the summary for request {key} back", "Summary sent back"),
    "agency_request.share": Phrase("changed who may read the summary for request {key}", "Summary shared"),
    "agency_request.record_nothing_known": Phrase(
        "recorded by telephone that the agency of request {key} did not know the family", "Nothing known, by telephone"
    ),
    "agency_request.tell": Phrase("told the agency of request {key} what came of it", "Agency told what came of it"),
    "request_link.send": Phrase("sent a link for request {key}", "Link sent"),
    "request_link.end": Phrase("ended a link for request {key}", "Link ended"),
    "request_link.send_code": Phrase("asked for a code for link {key}", "Code for a link sent"),
    "request_link.open": Phrase("came in by link {key}", "Came in by a link"),
    "request_link.refuse": Phrase("gave a wrong code for link {key}", "Code for a link refused"),
    "request_link.ask_again": Phrase("asked for a new link in place of link {key}", "New link asked for"),
    "summary.list": _read("read what the own agency is asked for", "Summaries listed"),
    "summary.open": _read("opened a page of request {key}", "Page of a summary opened"),
    "summary.read_shared": _read("read the shared summary for request {key}", "Shared summary read"),
    "summary.answer": Phrase("wrote in the summary for request {key}", "Summary written"),
    "summary.remove_episode": Phrase("removed an episode from the summary for request {key}", "Episode removed"),
    "summary.give_back": Phrase("returned the summary for request {key}", "Summary returned"),
    "summary.know_nothing": Phrase("answered for request {key} that the family was not known", "Family not known"),
    "summary.sign": Phrase("signed the summary for request {key}", "Summary signed"),
    # Writing a rapid review
    "rapid_review.open_text": _read("read the text of the rapid review of {key}", "Text of a review read"),
    "rapid_review.answer": Phrase("wrote answers about {kind} {key}", "Answers of a review written"),
    "rapid_review.add_record": Phrase("added {kind} {key} to a rapid review", "Record of a review added"),
    "rapid_review.remove_record": Phrase("took {kind} {key} out of a rapid review", "Record of a review taken out"),
    "rapid_review.put_back_record": Phrase("put {kind} {key} back into a rapid review", "Record of a review put back"),
    "rapid_review.take_over": Phrase("took over what the notification {key} says", "Notification taken over"),
    "comment.make": Phrase("commented on the rapid review of {key}", "Comment made"),
    "comment.reply": Phrase("replied to a comment on the rapid review of {key}", "Comment answered"),
    "comment.settle": Phrase("settled a comment on the rapid review of {key}", "Comment settled"),
    "comment.reopen": Phrase("opened a comment on the rapid review of {key} again", "Comment opened again"),
    # The decision of a rapid review, and what is sent
    "decision.open": _read("opened {kind} of the rapid review of {key}", "Decision of a review opened"),
    "decision.ask": Phrase("asked the partners to sign the decision of {key}", "Partners asked to sign"),
    "decision.sign": Phrase("signed the decision of {key} for a partner", "Decision signed"),
    "decision.record_view": Phrase(
        "wrote down a partner’s view of the decision of {key}", "Partner’s view written down"
    ),
    "rapid_review.decide": Phrase("recorded the decision of the rapid review of {key}", "Review decided"),
    "rapid_review.send": Phrase("sent the rapid review of {key} to the Panel", "Review sent to the Panel"),
    "version.open": _read("opened version {key}", "Version of a review opened"),
    # Partnerships
    "reference.load": Phrase("loaded the reference data, edition {key}", "Reference data loaded"),
    "partnership.create": Phrase("created the partnership {key}", "Partnership created"),
    "partnership.add_agency": Phrase("added an agency to the partnership {key}", "Agency added"),
    "partnership.add_safeguarding_partner": Phrase(
        "added a safeguarding partner to the partnership {key}", "Safeguarding partner added"
    ),
    "partnership.end_membership": Phrase("ended a membership of the partnership {key}", "Membership ended"),
    "partnership.add_clock": Phrase("set a local clock for the partnership {key}", "Local clock set"),
    "partnership.end_clock": Phrase("ended a local clock of the partnership {key}", "Local clock ended"),
    "partnership.change_counting": Phrase("changed how the partnership {key} counts days", "Counting changed"),
    "partnership.change_email": Phrase("changed the email address of the partnership {key}", "Address changed"),
    # Referrals
    "referral.make": Phrase("made referral {key}", "Referral made"),
    "referral.open": _read("opened referral {key}", "Referral opened"),
    "referral.list": _read("read the list of referrals", "Referrals listed"),
    "referral.download": _read("downloaded the list of referrals", "Referrals downloaded"),
    "referral.view": Phrase("recorded a partner’s view of referral {key}", "Partner’s view recorded"),
    "referral.decide": Phrase("recorded the decision on referral {key}", "Referral decided"),
    "referral.reopen": Phrase("reopened the screening of referral {key}", "Screening reopened"),
    # Calendar and alerts
    "calendar.make": Phrase("made a secret address for the own calendar", "Calendar address made"),
    "calendar.revoke": Phrase("ended the secret address for the own calendar", "Calendar address ended"),
    "calendar.read": _read("had the own dates read by a calendar program", "Calendar read"),
    "alert.choose": Phrase("chose whether to get emails about dates", "Emails about dates chosen"),
    "alert.send": Phrase("wrote to {kind} {key} about dates", "Email about dates sent"),
    # The register
    "register.list": _read("read the register", "Register read"),
    "register.download": _read("downloaded the register as a file", "Register downloaded"),
    "register.import": Phrase("imported notifications {key} from a file", "Notifications imported"),
    # Files
    "file.add": Phrase("attached file {key}", "File attached"),
    "file.open": _read("opened file {key}", "File opened"),
    "file.remove": Phrase("removed file {key}", "File removed"),
    "file.forget": Phrase("deleted {key}", "Old files deleted"),
    "file.scan": Phrase("scanned file {key} for malware", "File scanned"),
    # Background work
    "job.start": Phrase("asked for background work {key}", "Background work asked for"),
    "job.retry": Phrase("had background work {key} tried again", "Background work tried again"),
    # Keys
    "keys.rotate": Phrase("put a new key for direct identifiers in front of the ring", "Key made"),
    "keys.reseal": Phrase("sealed the direct identifiers again with the newest key", "Identifiers sealed again"),
    "keys.retire": Phrase("took an old key for direct identifiers out of the ring", "Key retired"),
    # Signing in
    "session.start": Phrase("signed in", "Signed in"),
    "session.refuse": Phrase("tried to sign in", "Sign-in refused"),
    "session.end": Phrase("was signed out", "Signed out"),
    "session.end_all": Phrase("signed out everywhere", "Signed out everywhere"),
    "password.change": Phrase("set a new password", "Password set"),
    "second_factor.change": Phrase("changed the second factor", "Second factor changed"),
    "second_factor.clear": Phrase("removed the second factor of person {key}", "Second factor removed"),
    "second_factor.recovery_codes": Phrase("made new recovery codes", "Recovery codes made"),
    # People
    "person.list": _read("read the list of people", "List of people read"),
    "person.read": _read("opened the account of person {key}", "Account opened"),
    "person.invite": Phrase("invited person {key}", "Person invited"),
    "person.invite_again": Phrase("invited person {key} again", "Person invited again"),
    "person.accept": Phrase("accepted the invitation", "Invitation accepted"),
    "person.ask": Phrase("asked for access as person {key}", "Access asked for"),
    "person.ask_again": Phrase("asked for access again as person {key}", "Access asked for again"),
    "person.approve": Phrase("approved person {key}", "Person approved"),
    "person.reject": Phrase("did not approve person {key}", "Person not approved"),
    "person.end": Phrase("ended the account of person {key}", "Account ended"),
    "person.reopen": Phrase("opened the account of person {key} again", "Account opened again"),
    "person.change_details": Phrase("changed their own details", "Own details changed"),
    "person.first_administrator": Phrase("made person {key} the first administrator", "First administrator made"),
    "person.add_fictional": Phrase("added the fictional person {key}", "Fictional person added"),
    "person.give_fictional_case": Phrase("gave the fictional person {key} a case", "Fictional case given"),
    "grant.give": Phrase("gave person {key} a role", "Role given"),
    "grant.end": Phrase("took a role back from person {key}", "Role taken back"),
}


def phrase_for(action: str) -> Phrase:
    """The words for an action. One that the table lacks is shown as its name."""
    return PHRASES.get(action) or Phrase(f"did “{action}” to {{kind}} {{key}}", action)


def sentence(entry: Entry) -> str:
    """The row as a sentence without a full stop: who did what."""
    who = entry.actor_name or NOBODY
    words = phrase_for(entry.action).words.format(kind=entry.subject_kind.replace("_", " "), key=entry.subject_key)
    said_already = entry.action in ("page.refuse", "record.refuse")
    refused = " (refused)" if entry.outcome == Outcome.REFUSED and not said_already else ""
    return " ".join(f"{who} {words}{refused}".split())


def actions_by_label() -> list[tuple[str, str]]:
    """Every action with its label, in the order of the labels, for a filter."""
    return sorted(((action, phrase.label) for action, phrase in PHRASES.items()), key=lambda pair: pair[1])


def reading_actions() -> list[str]:
    """The actions that only look."""
    return [action for action, phrase in PHRASES.items() if phrase.kind is Kind.READ]
