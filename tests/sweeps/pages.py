"""Every page of the application: its address by name, who opens it, and where the demo has what it needs.

A page is asked for as somebody who may open it. What belongs in `NO_PAGES` answers no GET with a page, or cannot be reached
in a demo; each entry says why, and where it is tested instead.
"""

from second_question.rules.notification import NOTIFICATION_FORM
from tests.sweeps import found
from tests.sweeps.library_pages import LIBRARY_NO_PAGES, LIBRARY_PAGES
from tests.sweeps.page import Page
from tests.sweeps.review_pages import REVIEW_PAGES, REVIEW_POSTED, WITHOUT_PAGES

EVERY_ROLE = ["Bea", "Colm", "Leila", "Dana", "Chidi", "Iris", "Petra", "Max", "Rhea", "Theo", "Audra", "Adam", "Olga"]
POSTED = "answers POST alone; tests/web covers it with its page"
LINKED = "needs the secret of a link; tests/journeys/test_accounts.py opens it"
TWO_STEPS = "needs a second factor, or half a sign-in; tests/web/people and tests/journeys/test_accounts.py open it"
SERVICE = "the organisation's sign-in service; tests/web/people/test_service.py"


def _section_pages() -> tuple[Page, ...]:
    """Every task of a notification, of a draft and as an amendment."""
    pages = []
    for section in NOTIFICATION_FORM.sections:
        if section.record != "adult":
            pages.append(Page("notification_section", "Bea", found.task(found.draft, section)))
        pages.append(Page("notification_amend_section", "Bea", found.task(found.sent, section)))
    return (*pages, Page("notification_add", "Bea", found.adding_an_adult))


ANYBODY = (
    "help help_guide help_accessibility help_privacy help_sources help_feedback account_login account_inactive "
    "account_reset_password account_reset_password_done ask_for_access access_asked"
)
OWN = "calendar account account_logout account_details account_change_password account_reauthenticate mfa_activate_totp roles"

PAGES: tuple[Page, ...] = (
    *(Page(name) for name in ANYBODY.split()),
    *(Page("home", who) for who in EVERY_ROLE),
    *(Page(name, "Bea") for name in OWN.split()),
    Page("health", is_file=True),
    Page("robots", is_file=True),
    *LIBRARY_PAGES,
    # Referrals
    *(Page("referrals", who) for who in ("Bea", "Colm", "Dana")),
    Page("referrals_download", "Bea", is_file=True),
    Page("referral_new", "Colm"),
    Page("referral", "Bea", found.open_referral),
    Page("referral", "Dana", found.near_miss),
    Page("referral", "Leila", found.open_referral),
    Page("referral_receipt", "Leila", found.open_referral),
    Page("referral_view", "Dana", found.open_referral),
    Page("referral_decide", "Dana", found.open_referral),
    Page("referral_reopen", "Dana", found.near_miss),
    # The register
    *(Page("register", who) for who in ("Bea", "Dana", "Petra", "Max", "Rhea")),
    Page("register", "Petra", query="?state=withdrawn&sort=-sent"),
    Page("register_download", "Rhea", is_file=True),
    Page("register_import", "Petra"),
    Page("register_import_preview", "Petra", found.preview, only_prepared=True),
    Page("register_import_result", "Petra", found.imported, only_prepared=True),
    Page("register_import_report", "Petra", found.preview, is_file=True, only_prepared=True),
    # A notification
    Page("notification_start", "Bea"),
    *(Page("notification", who, found.sent) for who in ("Bea", "Dana", "Petra", "Max")),
    Page("notification", "Iris", found.case_of_the_reviewer),
    Page("notification", "Bea", found.draft),
    Page("notification", "Petra", found.withdrawn),
    Page("notification_answers", "Bea", found.sent),
    Page("notification_answers", "Petra", found.amended),
    *_section_pages(),
    Page("notification_add", "Bea", found.adding_a_child),
    Page("notification_remove", "Bea", found.removing_a_child),
    Page("notification_check", "Bea", found.draft),
    Page("notification_receipt", "Bea", found.sent),
    Page("notification_pdf", "Bea", found.sent, is_file=True),
    Page("notification_amend", "Bea", found.sent),
    Page("notification_amend_add", "Bea", found.amending_with_a_child),
    Page("notification_death", "Bea", found.a_child_alive),
    Page("notification_told", "Bea", found.sent),
    Page("notification_discard", "Bea", found.draft),
    Page("notification_withdraw", "Bea", found.sent),
    Page("case_trail", "Bea", found.sent),
    Page("case_files", "Bea", found.sent),
    Page("case_file", "Bea", found.document, is_file=True, only_prepared=True),
    Page("case_file_remove", "Bea", found.document, only_prepared=True),
    # The rapid review and the Panel
    *(Page("rapid_review", who, found.running) for who in ("Tomas", "Ravi", "Petra")),
    Page("rapid_review", "Petra", found.withdrawn),
    Page("rapid_review_pause", "Tomas", found.running),
    Page("rapid_review_extend", "Tomas", found.running),
    Page("rapid_review_end_pause", "Tomas", found.paused),
    Page("rapid_review_sent", "Tomas", found.running),
    Page("panel_inbox", "Petra"),
    Page("panel_inbox", "Max"),
    *REVIEW_PAGES,
    # Partnerships
    *(Page("partnerships", who) for who in ("Bea", "Theo", "Adam")),
    Page("partnerships_download", "Theo", is_file=True),
    Page("partnership_new", "Adam"),
    Page("partnership", "Bea", found.partnership),
    Page("partnership", "Adam", found.partnership),
    Page("partnership_add_agency", "Bea", found.partnership),
    Page("partnership_add_partner", "Adam", found.partnership),
    Page("partnership_end_membership", "Bea", found.agency_member),
    Page("partnership_add_clock", "Bea", found.partnership),
    Page("partnership_end_clock", "Bea", found.local_clock),
    Page("partnership_counting", "Bea", found.partnership),
    Page("partnership_email", "Bea", found.partnership),
    # People, jobs and the trail
    Page("people", "Adam"),
    Page("people", "Olga"),
    Page("invite", "Adam"),
    Page("invite", "Olga"),
    Page("person", "Adam", found.somebody),
    Page("person", "Olga", found.somebody_waiting),
    Page("approve", "Olga", found.somebody_waiting),
    Page("give_role", "Adam", found.somebody),
    Page("end_grant", "Adam", found.somebodys_grant),
    Page("change_account", "Adam", found.ending_somebody),
    Page("jobs", "Audra"),
    Page("job", "Petra", found.preview, only_prepared=True),
    Page("job_progress", "Petra", found.preview, is_file=True, only_prepared=True),
    Page("trail", "Audra"),
    Page("trail_row", "Audra", found.a_row),
    Page("trail_download", "Audra", is_file=True),
)

_POSTED = (
    "demo_sign_in invite_again job_retry notification_drop notification_keep openid_connect_login panel_acknowledge "
    "referral_draft referral_start_again referral_start_notification register_import_confirm register_search "
    "sign_out_everywhere"
)
_TWO_STEPS = (
    "mfa_authenticate mfa_deactivate_totp mfa_generate_recovery_codes mfa_reauthenticate mfa_view_recovery_codes "
    "second_factor_replace"
)

NO_PAGES: dict[str, str] = {
    **dict.fromkeys(_POSTED.split(), POSTED),
    **dict.fromkeys(REVIEW_POSTED.split(), POSTED),
    **dict.fromkeys(_TWO_STEPS.split(), TWO_STEPS),
    **WITHOUT_PAGES,
    **LIBRARY_NO_PAGES,
    "account_reset_password_from_key": LINKED,
    "invitation": LINKED,
    "set_up": LINKED,
    "calendar_feed": "a calendar behind a secret address; tests/web/home/test_feed.py",
    "openid_connect_callback": SERVICE,
    "account_set_password": "only for those without a password, who come through " + SERVICE,
    "favicon": "leads on to the file of the icon",
    "socialaccount_login_cancelled": "leads on to signing in",
    "go_on": "only after a form that was sent when the session had ended; tests/web/people/test_sessions.py",
    "notification_duplicates": "no draft of the demo is like another; tests/web/incidents and the journeys open it",
}
