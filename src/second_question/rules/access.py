"""Who may do what: permissions, roles and the scopes in which a role is given. Data that a manager can read.

A role is held through a grant: for the whole country, a region, a partnership, one agency within a partnership,
one organisation, or one case, between two dates. A page, command or job without a declared permission refuses everybody.
"""

from dataclasses import dataclass
from enum import StrEnum


class Permission(StrEnum):
    """One thing that a person may do. The value is stored in no database; roles are code."""

    NOTIFICATION_READ = "notification.read"
    NOTIFICATION_WRITE = "notification.write"
    NOTIFICATION_SEND = "notification.send"
    NOTIFICATION_WITHDRAW = "notification.withdraw"
    IDENTITY_READ = "identity.read"
    REFERRAL_MAKE = "referral.make"
    REFERRAL_READ = "referral.read"
    REFERRAL_SCREEN = "referral.screen"
    REGISTER_READ = "register.read"
    REGISTER_DOWNLOAD = "register.download"
    REGISTER_IMPORT = "register.import"
    RAPID_REVIEW_READ = "rapid_review.read"
    RAPID_REVIEW_DRAFT = "rapid_review.draft"
    RAPID_REVIEW_COMMENT = "rapid_review.comment"
    RAPID_REVIEW_WRITE = "rapid_review.write"
    RAPID_REVIEW_DECIDE = "rapid_review.decide"
    RAPID_REVIEW_SIGN = "rapid_review.sign"
    RAPID_REVIEW_SEND = "rapid_review.send"
    RAPID_REVIEW_EVENTS = "rapid_review.events"
    SUMMARY_ASK = "summary.ask"
    SUMMARY_WRITE = "summary.write"
    SUMMARY_SIGN = "summary.sign"
    TEMPLATE_MANAGE = "template.manage"
    CLOCK_CHANGE = "clock.change"
    PANEL_INBOX = "panel.inbox"
    PANEL_RECEIVE = "panel.receive"
    PANEL_REPLY = "panel.reply"
    LIBRARY_READ = "library.read"
    LIBRARY_DEPOSIT = "library.deposit"
    PARTNERSHIP_READ = "partnership.read"
    PARTNERSHIP_MANAGE = "partnership.manage"
    PEOPLE_MANAGE = "people.manage"
    TRAIL_READ = "trail.read"
    TRAIL_READ_CASE = "trail.read_case"
    JOBS_READ = "jobs.read"


PERMISSION_MEANING = {
    Permission.NOTIFICATION_READ: "Open a notification: the incident, the children's characteristics, the history",
    Permission.NOTIFICATION_WRITE: "Record an incident, answer its questions, attach files, amend what was sent",
    Permission.NOTIFICATION_SEND: "Send a notification to the Panel",
    Permission.NOTIFICATION_WITHDRAW: "Withdraw a notification that was sent, with a reason",
    Permission.IDENTITY_READ: "See names, dates of birth, addresses and what identifies a person in a case",
    Permission.REFERRAL_MAKE: "Tell the safeguarding partners of an incident that may be serious",
    Permission.REFERRAL_READ: "Read the referrals that agencies made",
    Permission.REFERRAL_SCREEN: "Decide with the other partners what a referral becomes, and why",
    Permission.REGISTER_READ: "See the register of notifications",
    Permission.REGISTER_DOWNLOAD: "Download what the register shows",
    Permission.REGISTER_IMPORT: "Bring notifications into the register from a file",
    Permission.RAPID_REVIEW_READ: "See where a rapid review stands, and read the versions that were sent to the Panel",
    Permission.RAPID_REVIEW_DRAFT: "Read a rapid review while it is being written",
    Permission.RAPID_REVIEW_COMMENT: "Comment on a rapid review while it is being written",
    Permission.RAPID_REVIEW_WRITE: "Write a rapid review: its answers, meetings, actions and pathways",
    Permission.RAPID_REVIEW_DECIDE: "Record what the safeguarding partners decide, and ask them to sign",
    Permission.RAPID_REVIEW_SIGN: "Give a safeguarding partner's view of the decision, and sign it",
    Permission.RAPID_REVIEW_SEND: "Send a rapid review to the Panel, and answer the Panel's reply",
    Permission.RAPID_REVIEW_EVENTS: "See when the stages of rapid reviews happened, without their content",
    Permission.SUMMARY_ASK: "Ask agencies for their summaries, remind them, and share what came",
    Permission.SUMMARY_WRITE: "Write the summary that an agency is asked for",
    Permission.SUMMARY_SIGN: "Sign the summary of an agency",
    Permission.TEMPLATE_MANAGE: "Add questions and prompts to the template of the rapid review",
    Permission.CLOCK_CHANGE: "Pause or extend a clock, with a reason",
    Permission.PANEL_INBOX: "See the notifications that have reached the Panel",
    Permission.PANEL_RECEIVE: "Acknowledge a notification for the Panel",
    Permission.PANEL_REPLY: "Answer a rapid review for the Panel",
    Permission.LIBRARY_READ: "Find and read what the library holds for a partnership or the Panel alone",
    Permission.LIBRARY_DEPOSIT: "Put documents into the library, and say who may see them",
    Permission.PARTNERSHIP_READ: "See a partnership's members, agencies and local clocks",
    Permission.PARTNERSHIP_MANAGE: "Change a partnership's agencies and local clocks",
    Permission.PEOPLE_MANAGE: "Invite, approve, change and end accounts and grants",
    Permission.TRAIL_READ: "Read the whole trail: who did and saw what",
    Permission.TRAIL_READ_CASE: "See who opened a case",
    Permission.JOBS_READ: "See the background work that ran and what failed",
}

CASE_CONTENT = frozenset(
    {
        Permission.NOTIFICATION_READ,
        Permission.NOTIFICATION_WRITE,
        Permission.NOTIFICATION_SEND,
        Permission.NOTIFICATION_WITHDRAW,
        Permission.IDENTITY_READ,
        Permission.REFERRAL_MAKE,
        Permission.REFERRAL_READ,
        Permission.REFERRAL_SCREEN,
        Permission.REGISTER_READ,
        Permission.REGISTER_DOWNLOAD,
        Permission.REGISTER_IMPORT,
        Permission.RAPID_REVIEW_READ,
        Permission.RAPID_REVIEW_DRAFT,
        Permission.RAPID_REVIEW_COMMENT,
        Permission.RAPID_REVIEW_WRITE,
        Permission.RAPID_REVIEW_DECIDE,
        Permission.RAPID_REVIEW_SIGN,
        Permission.RAPID_REVIEW_SEND,
        Permission.RAPID_REVIEW_EVENTS,
        Permission.SUMMARY_ASK,
        Permission.SUMMARY_WRITE,
        Permission.SUMMARY_SIGN,
        Permission.TEMPLATE_MANAGE,
        Permission.CLOCK_CHANGE,
        Permission.PANEL_INBOX,
        Permission.PANEL_RECEIVE,
        Permission.PANEL_REPLY,
        Permission.LIBRARY_READ,
        Permission.LIBRARY_DEPOSIT,
    }
)
"""What shows or changes a case. An administrator has none of these."""


class ScopeKind(StrEnum):
    """What a grant is for."""

    NATIONAL = "national"
    REGION = "region"
    PARTNERSHIP = "partnership"
    AGENCY = "agency"
    CASE = "case"
    ORGANISATION = "organisation"


SCOPE_MEANING = {
    ScopeKind.NATIONAL: "the whole of England",
    ScopeKind.REGION: "one of the nine regions",
    ScopeKind.PARTNERSHIP: "one safeguarding partnership",
    ScopeKind.AGENCY: "one agency's part in one partnership",
    ScopeKind.CASE: "one case",
    ScopeKind.ORGANISATION: "the people of one organisation",
}


@dataclass(frozen=True)
class Role:
    """A role: its name, who holds it in prose, what it may do and in which scopes it can be given."""

    id: str
    title: str
    who: str
    permissions: frozenset[Permission]
    scopes: tuple[ScopeKind, ...]


_PARTNERSHIP_READER = frozenset(
    {
        Permission.NOTIFICATION_READ,
        Permission.IDENTITY_READ,
        Permission.REFERRAL_READ,
        Permission.REGISTER_READ,
        Permission.REGISTER_DOWNLOAD,
        Permission.RAPID_REVIEW_READ,
        Permission.RAPID_REVIEW_DRAFT,
        Permission.RAPID_REVIEW_COMMENT,
        Permission.RAPID_REVIEW_EVENTS,
        Permission.LIBRARY_READ,
        Permission.PARTNERSHIP_READ,
    }
)

ROLES: tuple[Role, ...] = (
    Role(
        "business_manager",
        "Business manager",
        "Runs the office of a safeguarding partnership. Records and sends notifications for the local authority, keeps "
        "the dates, asks the agencies, prepares what the partners decide, and sees who opened a case.",
        _PARTNERSHIP_READER
        | {
            Permission.NOTIFICATION_WRITE,
            Permission.NOTIFICATION_SEND,
            Permission.NOTIFICATION_WITHDRAW,
            Permission.REFERRAL_MAKE,
            Permission.REFERRAL_SCREEN,
            Permission.REGISTER_IMPORT,
            Permission.RAPID_REVIEW_WRITE,
            Permission.RAPID_REVIEW_DECIDE,
            Permission.RAPID_REVIEW_SEND,
            Permission.SUMMARY_ASK,
            Permission.TEMPLATE_MANAGE,
            Permission.LIBRARY_DEPOSIT,
            Permission.CLOCK_CHANGE,
            Permission.PARTNERSHIP_MANAGE,
            Permission.TRAIL_READ_CASE,
        },
        (ScopeKind.PARTNERSHIP,),
    ),
    Role(
        "agency_contributor",
        "Agency contributor",
        "Works in one agency: a school, a hospital trust, the police, a charity. Can refer an incident, sees what that "
        "agency referred and what became of it, writes the summaries that the agency is asked for, and sees nothing else of "
        "any case until it is shared.",
        frozenset({Permission.REFERRAL_MAKE, Permission.REFERRAL_READ, Permission.SUMMARY_WRITE}),
        (ScopeKind.AGENCY,),
    ),
    Role(
        "agency_lead",
        "Agency lead",
        "Leads on safeguarding in one agency. Refers incidents, sees all that the agency referred, and answers for what "
        "the agency contributes: signs its summaries.",
        frozenset(
            {
                Permission.REFERRAL_MAKE,
                Permission.REFERRAL_READ,
                Permission.SUMMARY_WRITE,
                Permission.SUMMARY_SIGN,
                Permission.PARTNERSHIP_READ,
            }
        ),
        (ScopeKind.AGENCY,),
    ),
    Role(
        "safeguarding_partner",
        "Safeguarding partner",
        "Decides for the local authority, the police or the integrated care board: which incidents are notified, what a "
        "review concludes, what changes. Reads every case of the partnership, writes in its rapid reviews, and signs.",
        _PARTNERSHIP_READER
        | {
            Permission.RAPID_REVIEW_WRITE,
            Permission.RAPID_REVIEW_DECIDE,
            Permission.RAPID_REVIEW_SIGN,
            Permission.REFERRAL_MAKE,
            Permission.REFERRAL_SCREEN,
            Permission.NOTIFICATION_SEND,
            Permission.CLOCK_CHANGE,
            Permission.TRAIL_READ_CASE,
        },
        (ScopeKind.PARTNERSHIP,),
    ),
    Role(
        "chair_or_scrutineer",
        "Chair or scrutineer",
        "Chairs the partnership or scrutinises it independently. Reads every case of the partnership "
        "and comments on its rapid reviews; changes none.",
        _PARTNERSHIP_READER,
        (ScopeKind.PARTNERSHIP,),
    ),
    Role(
        "independent_reviewer",
        "Independent reviewer",
        "Leads one local review, independent of the case. Reads that case and no other.",
        frozenset(
            {
                Permission.NOTIFICATION_READ,
                Permission.IDENTITY_READ,
                Permission.RAPID_REVIEW_READ,
                Permission.RAPID_REVIEW_DRAFT,
            }
        ),
        (ScopeKind.CASE,),
    ),
    Role(
        "panel_secretariat",
        "Panel secretariat",
        "Works for the national Panel. Receives every notification and rapid review that was sent, in any region, answers "
        "the reviews, and says what every review is asked to consider.",
        frozenset(
            {
                Permission.NOTIFICATION_READ,
                Permission.IDENTITY_READ,
                Permission.REGISTER_READ,
                Permission.REGISTER_DOWNLOAD,
                Permission.REGISTER_IMPORT,
                Permission.RAPID_REVIEW_READ,
                Permission.RAPID_REVIEW_EVENTS,
                Permission.TEMPLATE_MANAGE,
                Permission.PANEL_INBOX,
                Permission.PANEL_RECEIVE,
                Permission.PANEL_REPLY,
                Permission.LIBRARY_READ,
                Permission.LIBRARY_DEPOSIT,
                Permission.PARTNERSHIP_READ,
            }
        ),
        (ScopeKind.NATIONAL,),
    ),
    Role(
        "panel_member",
        "Panel member",
        "A member of the national Panel, assigned to one or more regions. Reads what was sent from there, and answers.",
        frozenset(
            {
                Permission.NOTIFICATION_READ,
                Permission.IDENTITY_READ,
                Permission.REGISTER_READ,
                Permission.RAPID_REVIEW_READ,
                Permission.PANEL_INBOX,
                Permission.PANEL_REPLY,
                Permission.LIBRARY_READ,
                Permission.PARTNERSHIP_READ,
            }
        ),
        (ScopeKind.REGION,),
    ),
    Role(
        "researcher",
        "Researcher",
        "Studies the reviews under an agreement. Sees the register by case number and characteristic, never a name, a "
        "date of birth or an address; and the dates at which the stages of reviews happened.",
        frozenset({Permission.REGISTER_READ, Permission.REGISTER_DOWNLOAD, Permission.RAPID_REVIEW_EVENTS}),
        (ScopeKind.NATIONAL, ScopeKind.REGION),
    ),
    Role(
        "practitioner",
        "Practitioner",
        "A social worker, nurse, teacher or police officer who comes to learn. Reads what is published; sees no case.",
        frozenset({Permission.PARTNERSHIP_READ}),
        (ScopeKind.NATIONAL, ScopeKind.PARTNERSHIP),
    ),
    Role(
        "auditor",
        "Auditor",
        "Checks that access was proper. Reads the whole trail, which holds no names of children or families; opens no case.",
        frozenset({Permission.TRAIL_READ, Permission.JOBS_READ}),
        (ScopeKind.NATIONAL,),
    ),
    Role(
        "administrator",
        "Administrator",
        "Looks after accounts: of one organisation, or of the whole installation. Invites and approves people and gives "
        "roles. Sees no case content.",
        frozenset({Permission.PEOPLE_MANAGE, Permission.JOBS_READ, Permission.PARTNERSHIP_READ}),
        (ScopeKind.ORGANISATION, ScopeKind.NATIONAL),
    ),
)

_BY_ID = {role.id: role for role in ROLES}


def role(role_id: str) -> Role:
    """The role of that id.

    Raises:
        KeyError: there is no such role.
    """
    return _BY_ID[role_id]
