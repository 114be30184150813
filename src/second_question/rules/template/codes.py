"""The answers that the template offers. Codes are written into exports and never change meaning."""

from second_question.rules.questions import Option

ROLES_IN_DECISION = (
    Option("decides", "Decides for a safeguarding partner"),
    Option("advises", "Advises those who decide"),
    Option("contributes", "Contributes for an agency"),
    Option("chairs", "Chairs the meeting"),
    Option("supports", "Takes notes or supports"),
)

INVOLVEMENT = (
    Option("involved", "Knew the child or family"),
    Option("no_involvement", "Was asked, and did not know them"),
    Option("waiting", "Was asked, and has not answered yet"),
    Option("nobody_asked", "Was not asked"),
)

# W1
STAGES = (
    Option("identification", "Identification and referral", "Early signs, referrals, assessments, history, siblings"),
    Option("management", "Case management", "Acting on information, services, meetings, recording, supervision"),
    Option("engagement", "Engagement with families", "Reluctant or sporadic engagement; what stood in families’ way"),
    Option("closure", "Case closure", "Closing, reopening, evidence of progress at closing"),
)

# W2
LENSES = (
    Option("family", "The family and the young person"),
    Option("practice", "Practitioners and agencies"),
)
TIMES = (Option("recent", "Recent events"), Option("history", "Older history"))

# W1
DIRECTIONS = (Option("harm", "Towards harm"), Option("protection", "Towards protection"))

MET = (
    Option("met", "Met"),
    Option("not_met", "Not met"),
    Option("may_be_met", "May be met", "Say what is not yet known"),
)

# L1; The Child Safeguarding Practice Review and Relevant Agency (England) Regulations 2018, regulation 11.
CRITERIA = (
    Option("improvements", "The case shows, or may show, improvements that are needed, also ones named before"),
    Option("recurrent_themes", "The case shows, or may show, themes that recur"),
    Option("working_together", "The case raises, or may raise, concerns about two or more agencies working together"),
    Option("panel_better_locally", "The national Panel has considered the case and thinks it better reviewed locally"),
)

# L1: circumstances to have regard to.
CIRCUMSTANCES = (
    Option("single_agency", "There is concern about the actions of a single agency"),
    Option("no_agency", "No agency was involved, and that gives rise to concern"),
    Option("several_areas", "More than one local authority, police area or health area is involved"),
    Option("institutional_setting", "The case concerns an institutional setting"),
)

OUTCOMES = (
    Option("no_review", "No local review"),
    Option("local_review", "A local child safeguarding practice review"),
    Option("national_review_proposed", "Propose that the Panel consider a national review"),
    Option("other_action", "Other action", "For example an audit by one agency, or a check of earlier learning"),
)
REVIEW_FOLLOWS = ("local_review", "national_review_proposed")

# F6: training is the routine answer; its alternatives stand beside it.
WAYS_TO_SPREAD = (
    Option("briefing", "Briefing for practitioners"),
    Option("supervision", "Supervision"),
    Option("team_discussion", "Discussion in teams"),
    Option("peer_support", "Peer support"),
    Option("expert_contact", "Expert contact point"),
    Option("procedure", "Changed procedure or pathway"),
    Option("training", "Training"),
    Option("leadership", "Leaders’ and commissioners’ meetings"),
    Option("other", "Another way"),
)

# R11, F5
LEARNED_BEFORE = (
    Option("yes_here", "Yes, in this partnership"),
    Option("yes_elsewhere", "Yes, elsewhere"),
    Option("no", "No, as far as we could find"),
)

PRESENCE = (Option("present", "Present"), Option("apologies", "Apologies"), Option("absent", "Absent"))

WHO_HAS_CARE = (
    Option("both_parents", "Both parents together"),
    Option("mother", "Mother"),
    Option("father", "Father"),
    Option("relatives", "Relatives or friends"),
    Option("local_authority", "A local authority"),
    Option("other", "Somebody else"),
)

YES_NO_PARTLY = (Option("yes", "Yes"), Option("partly", "Partly"), Option("no", "No"))
