"""The pages of rapid reviews, summaries and the Panel's replies: who opens each, and where the demo has what it needs."""

from second_question.rules.template.parts import OF_AN_AGENCY, RAPID_REVIEW_2021, record_kind
from tests.sweeps import found
from tests.sweeps import found_reviews as at
from tests.sweeps.page import Page

WHOLE = (
    "review_agencies review_meetings review_actions review_pathway review_prompts review_decision review_check "
    "review_read review_comments review_history review_areas review_appraisal review_appraisal_text "
    "review_learned_before"
)


def _sections() -> tuple[Page, ...]:
    """Every section of the template: to be written, of each kind of record the list, the first record and a new one."""
    pages = []
    for section in RAPID_REVIEW_2021.sections:
        slug = section.id.replace("_", "-")
        if section.record not in OF_AN_AGENCY:
            pages.append(Page("review_section", "Bea", at.of(at.being_written, slug)))
        if section.record in ("child", "moment", "episode", "immediate_action", "family_member", "agency"):
            pages.append(Page("review_section", "Bea", at.of(at.being_written, slug, 1)))
    kinds = dict.fromkeys(s.record for s in RAPID_REVIEW_2021.sections if record_kind(s.record).repeated)
    own = [kind.replace("_", "-") for kind in kinds if kind not in OF_AN_AGENCY]
    return (*pages, *(Page("review_add", "Bea", at.of(at.being_written, kind)) for kind in own))


REVIEW_PAGES: tuple[Page, ...] = (
    *(Page("rapid_reviews", who) for who in ("Bea", "Dana", "Petra")),
    Page("rapid_reviews_download", "Bea", is_file=True),
    Page("review_events", "Rhea", is_file=True),
    *(
        Page("rapid_review", "Bea", case)
        for case in (at.being_written, at.decided, at.answered, at.imported, at.shared)
    ),
    *(Page("rapid_review", who, at.answered) for who in ("Petra", "Dana", "Chidi")),
    # The text
    *(Page(name, "Bea", at.being_written) for name in WHOLE.split()),
    *(Page(name, "Dana", at.decided) for name in WHOLE.split()),
    *_sections(),
    Page("review_section", "Chidi", at.of(at.being_written, "background")),
    Page("review_section", "Bea", at.of(at.answered, "background")),
    Page("review_answer_history", "Bea", at.of(at.being_written, "background", 0, "context_before")),
    Page("review_remove", "Bea", at.of(at.being_written, "moment", 1)),
    Page("review_pathway", "Bea", at.answered),
    Page("review_pathway_picture", "Bea", at.answered, is_file=True),
    Page("review_prompts", "Bea", at.imported),
    # The template
    Page("review_template", "Bea"),
    Page("review_template", "Colm"),
    Page("review_blank_form", "Bea", at.of(found.nowhere, "docx"), is_file=True),
    Page("review_schema", "Bea", is_file=True),
    Page("review_questions", "Bea"),
    Page("review_questions", "Petra"),
    Page("review_question_add", "Bea"),
    # Agencies
    Page("review_agencies_download", "Bea", at.being_written, is_file=True),
    Page("review_ask_agencies", "Bea", at.being_written),
    Page("review_tell_agencies", "Bea", at.answered),
    *(Page("review_request", "Bea", one) for one in (at.request_owed, at.request_to_sign, at.request_returned)),
    Page("review_request_link", "Bea", at.request_owed),
    Page("review_request_withdraw", "Bea", at.request_owed),
    Page("review_request_send_back", "Bea", at.request_returned),
    Page("review_request_nothing_known", "Bea", at.request_owed),
    *(Page("summaries", who) for who in ("Colm", "Leila")),
    *(Page(f"summary{name}", "Colm", at.own_request) for name in ("", "_nothing_known", "_write", "_files", "_check")),
    Page("summary_episode_add", "Colm", at.own_request),
    Page("summary", "Leila", at.request_to_the_lead),
    Page("summary_sign", "Leila", at.request_to_the_lead),
    # Meetings and areas
    Page("review_meeting", "Bea", at.meeting_called),
    Page("review_meeting", "Dana", at.meeting_held),
    *(
        Page(f"review_meeting_{name}", "Bea", at.meeting_called)
        for name in ("change", "cancel", "agenda", "notes", "people", "attendance", "actions")
    ),
    Page("review_meeting_call", "Bea", at.being_written),
    Page("review_meeting_person", "Bea", at.somebody_at_a_meeting),
    Page("review_meeting_action", "Bea", at.action_of_a_meeting),
    Page("review_meeting_calendar", "Bea", at.meeting_called, is_file=True),
    Page("review_minutes", "Bea", at.meeting_held, is_file=True),
    Page("review_history_csv", "Bea", at.answered, is_file=True),
    Page("review_learned_before", "Bea", at.answered),
    Page("review_learning_became", "Bea", at.cited_learning),
    Page("review_areas", "Noor", at.shared),
    Page("review_area_end", "Noor", at.area_that_takes_part),
    # The decision and what was sent
    Page("review_sign", "Dana", at.decided),
    Page("review_record_view", "Bea", at.partner_to_record),
    Page("review_preview", "Bea", at.of(at.decided, "pdf"), is_file=True),
    *(Page("review_versions", who, at.answered) for who in ("Bea", "Petra")),
    *(Page("review_version", who, at.of(at.answered, 1)) for who in ("Bea", "Petra")),
    *(Page("review_version_appraisal", who, at.of(at.answered, 1)) for who in ("Bea", "Petra")),
    Page("review_version_appraisal_text", "Petra", at.of(at.answered, 1)),
    Page("review_sent", "Bea", at.of(at.answered, 1)),
    Page("review_compare", "Petra", at.of(at.reconsidered, 2, 1)),
    Page("review_version_file", "Petra", at.of(at.answered, 1, "pdf"), is_file=True),
    # The Panel
    *(Page("panel_reviews", who) for who in ("Petra", "Max")),
    Page("panel_changes", "Petra"),
    Page("panel_changes_download", "Petra", is_file=True),
    *(Page("panel_review", "Petra", case) for case in (at.answered, at.reconsidered)),
    Page("panel_reply", "Petra", at.reconsidered),
    Page("panel_letter", "Petra", at.of(at.answered, 1, "pdf"), is_file=True),
    *(Page("review_panel_answer", who, at.answered) for who in ("Bea", "Dana")),
    # Import
    Page("review_import", "Bea", at.imported),
    Page("review_unplaced", "Bea", at.imported),
    Page("review_unplaced_passage", "Bea", at.passage),
    Page("review_import_file", "Bea", at.file_brought_in, is_file=True, only_prepared=True),
)

REVIEW_POSTED = (
    "panel_reply_drop panel_reply_keep review_action_done review_agencies_remind review_ask_partners review_comment "
    "review_comment_reopen review_comment_reply review_comment_settle review_cite_learning review_drop review_drop_new "
    "review_take_out_learning "
    "review_episode_from_agency review_immediate_done review_keep review_keep_new review_meeting_agenda_drop "
    "review_meeting_agenda_keep review_meeting_remove review_meeting_notes_drop review_meeting_notes_keep "
    "review_moment_from_episode "
    "review_panel_keep review_prompt_dismiss review_prompt_take_back review_prompts_live review_put_back "
    "review_request_link_again review_request_link_end review_request_share review_take_over review_unplaced_put_back "
    "summary_drop summary_file_remove summary_keep summary_leave summary_link_check summary_link_new summary_link_send"
)

BY_LINK = "needs the secret of a link; tests/web/rapid_reviews/summaries and tests/journeys/test_summary.py open it"
NOT_IN_DEMO = "needs what the demo has not; tests/web/rapid_reviews opens it: "
WITHOUT_PAGES: dict[str, str] = {
    "summary_link": BY_LINK,
    "summary_link_code": BY_LINK,
    "panel_reply_check": NOT_IN_DEMO + "a draft of a reply",
    "review_import_reading": NOT_IN_DEMO + "a job that reads a file",
    "review_import_check": NOT_IN_DEMO + "a file that was read and not taken in",
    "review_import_remove": NOT_IN_DEMO + "a file that was read and not taken in",
    "review_question": NOT_IN_DEMO + "an added question",
    "review_question_change": NOT_IN_DEMO + "an added question",
    "review_question_end": NOT_IN_DEMO + "an added question",
    "review_request_file": NOT_IN_DEMO + "an attachment of an agency",
    "summary_file": NOT_IN_DEMO + "an attachment of an agency",
    "summary_episode": NOT_IN_DEMO + "an episode of Colm’s school",
    "summary_episode_remove": NOT_IN_DEMO + "an episode of Colm’s school",
    "summary_shared": NOT_IN_DEMO + "a shared summary in a review that Colm contributes to",
}
