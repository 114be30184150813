"""Putting documents into the library on the web: reading, checking facts, who may see what, taking out."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from docx import Document

from second_question.documents import read
from second_question.library.access import EVERYBODY
from second_question.library.searching import Asked
from second_question_web.library.collection import library
from second_question_web.library.depositing import actions, jobs, queries
from second_question_web.library.depositing.entries import Facts, facts_of
from second_question_web.library.depositing.errors import NotNow, Refusal
from second_question_web.library.depositing.rules import PURPOSE, REDACTED, Wishes, wishes_of
from second_question_web.library.models import Deposit
from tests.conftest import SAMPLES
from tests.people import partnership, person

pytestmark = pytest.mark.django_db

REPORT = (SAMPLES / "library" / "rowan.txt").read_text()
WITHOUT_PLACES = REPORT.replace("Wessenmere", "the area").replace("wessenmere", "the").replace("WSCP", "partnership")
TOLD = Facts(title="The lodger", kind="briefing")
OPEN = Wishes(audience=Deposit.Audience.EVERYBODY, confirmed=True)


def deposited(text: str | bytes = REPORT, who: str = "Bea", name: str = "rowan.txt", **more: object) -> Deposit:
    """A document that was read, as the job reads it, but in this process."""
    data = text.encode() if isinstance(text, str) else text
    by, upload = person(who), SimpleUploadedFile(name, data)
    own = None if who == "Petra" else partnership("Norvale" if who == "Noor" else "Wessenmere")
    given = {"by": by, "upload": upload, "partnership": own, "now": timezone.now(), "read_later": False}
    made = actions.deposit(**given, **more)  # type: ignore[arg-type]
    return jobs.keep(made, data, read(data, name), timezone.now())


def entered(wishes: Wishes = OPEN, who: str = "Bea", **more: object) -> Deposit:
    deposit = deposited(who=who, **more)  # type: ignore[arg-type]
    facts = facts_of(deposit)
    return actions.decide(deposit=deposit, by=person(who), facts=facts, wishes=wishes, now=timezone.now())


def found(words: str = "landing") -> int:
    return library().search(Asked(words, access=EVERYBODY)).total


def test_a_file_is_read_and_its_facts_proposed_with_their_passages() -> None:
    deposit = deposited()
    assert deposit.state == Deposit.State.PROPOSED
    assert (deposit.pseudonym, deposit.published, deposit.ages) == ("Child Rowan", "2024-06", [2])
    assert (deposit.authorities, deposit.regions) == (["Wessenmere Council"], ["South West"])
    said = deposit.proposed["evidence"]["published"]
    assert deposit.text.entry["text"][said["start"] : said["end"]] == "June 2024"
    assert not found()


def test_the_job_reads_it(django_capture_on_commit_callbacks: object) -> None:
    upload = SimpleUploadedFile("rowan.txt", REPORT.encode(), "text/plain")
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        made = actions.deposit(by=person("Bea"), upload=upload, partnership=partnership(), now=timezone.now())
    made.refresh_from_db()
    assert made.state == Deposit.State.PROPOSED


def test_what_cannot_be_read_says_why(django_capture_on_commit_callbacks: object) -> None:
    upload = SimpleUploadedFile("empty.txt", b"   \n  ", "text/plain")
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        made = actions.deposit(by=person("Bea"), upload=upload, partnership=partnership(), now=timezone.now())
    made.refresh_from_db()
    assert made.state == Deposit.State.UNREADABLE
    assert made.problem


def test_once_decided_it_is_found_at_once() -> None:
    deposit = entered()
    assert found() == 1
    assert library().document(deposit.key, EVERYBODY)


def test_nothing_opens_before_somebody_looked_at_what_was_found() -> None:
    with pytest.raises(Refusal) as refused:
        entered(Wishes(audience=Deposit.Audience.EVERYBODY))
    assert list(refused.value.problems) == ["confirmed"]


def test_a_correction_shows_at_once_under_the_same_key() -> None:
    deposit = entered()
    facts = Facts(**{**vars(facts_of(deposit)), "title": "What Rowan could not say", "published": "2023"})
    assert found()
    actions.change(deposit=deposit, by=person("Bea"), facts=facts, wishes=OPEN, now=timezone.now())
    kept = library().document(deposit.key, EVERYBODY)
    assert kept
    assert (kept.title, kept.published) == ("What Rowan could not say", "2023")
    assert library().facets(EVERYBODY)["year"] == {"2023": 1}
    assert found() == 1


def test_taken_out_and_put_back() -> None:
    deposit, bea, now = entered(), person("Bea"), timezone.now()
    assert found()
    with pytest.raises(Refusal):
        actions.withdraw(deposit=deposit, by=bea, reason=" ", now=now)
    actions.withdraw(deposit=deposit, by=bea, reason="The family asked.", now=now)
    assert not found()
    assert not library().document(deposit.key, EVERYBODY)
    actions.restore(deposit=deposit, by=bea, now=now)
    assert found()
    with pytest.raises(NotNow):
        actions.discard(deposit=deposit, by=bea, now=now)


def test_a_withheld_file_leaves_the_record() -> None:
    with pytest.raises(Refusal):
        entered(Wishes(audience=Deposit.Audience.EVERYBODY, text_withheld=True))
    wishes = Wishes(audience=Deposit.Audience.EVERYBODY, text_withheld=True, withheld_reason="A trial is under way.")
    deposit = entered(wishes)
    assert deposit.look_again_on == timezone.now().date() + timedelta(days=365)
    assert not found("neighbour")
    assert found("Rowan") == 1


def test_a_correction_keeps_the_day_of_the_next_look_and_needs_no_new_one() -> None:
    deposit, bea, long_after = entered(), person("Bea"), timezone.now() + timedelta(days=6 * 365)
    day = deposit.look_again_on
    assert day
    assert day.year == timezone.now().year + 5
    assert deposit in queries.due_a_look(bea, long_after.date())
    given = {"by": bea, "facts": facts_of(deposit), "now": long_after}
    deposit = actions.change(deposit=deposit, wishes=wishes_of(deposit), **given)  # type: ignore[arg-type]
    assert deposit.look_again_on == day
    deposit = actions.change(deposit=deposit, wishes=OPEN, **given)  # type: ignore[arg-type]
    assert deposit not in queries.due_a_look(bea, long_after.date())


def test_a_record_is_found_by_its_summary() -> None:
    facts = Facts(title="Thematic review of babies", kind="thematic", summary="Three babies shaken in one winter.")
    wishes = Wishes(audience=Deposit.Audience.EVERYBODY)
    actions.add_record(by=person("Petra"), partnership=None, facts=facts, wishes=wishes, now=timezone.now())
    assert found("winter") == 1


def test_a_new_version_takes_the_place_of_the_one_before() -> None:
    before = entered()
    after = entered(text=REPORT.replace("on the day that", "on the morning that"), replaces=before)
    assert found("landing") == 1
    assert {hit.document.key for hit in library().search(Asked("landing", access=EVERYBODY)).hits} == {after.key}
    actions.withdraw(deposit=after, by=person("Bea"), reason="Wrong file.", now=timezone.now())
    assert {hit.document.key for hit in library().search(Asked("landing", access=EVERYBODY)).hits} == {before.key}


@pytest.mark.parametrize(
    ("what", "wishes", "problem"),
    [
        ("the text", Wishes(audience="everybody", area_withheld=True, confirmed=True), "text_withheld"),
        (
            "nothing, its record only",
            Wishes(audience="everybody", area_withheld=True, text_withheld=True, withheld_reason="-"),
            "",
        ),
    ],
)
def test_the_text_does_not_open_while_it_names_the_withheld_area(what: str, wishes: Wishes, problem: str) -> None:
    if not problem:
        assert entered(wishes).state == Deposit.State.ENTERED
        return
    with pytest.raises(Refusal) as refused:
        entered(wishes)
    assert list(refused.value.problems) == [problem]


def test_a_word_file_opens_without_the_area_only_as_a_redacted_copy() -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Wessenmere Safeguarding Children Partnership"
    document.add_paragraph("Nobody asked about the lodger, who slept on the landing.")
    out = BytesIO()
    document.save(out)
    wishes = Wishes(audience="everybody", area_withheld=True, confirmed=True)
    for purpose, problems in ((PURPOSE, ["text_withheld"]), (REDACTED, [])):
        deposit = deposited(out.getvalue(), name="rowan.docx", purpose=purpose)
        with nullcontext() if not problems else pytest.raises(Refusal) as refused:
            actions.decide(deposit=deposit, by=person("Bea"), facts=TOLD, wishes=wishes, now=timezone.now())
        assert not problems or (refused and list(refused.value.problems) == problems)


def test_a_new_version_cannot_withhold_the_area_that_the_open_one_before_says() -> None:
    before = entered()
    with pytest.raises(Refusal) as refused:
        entered(Wishes(audience="everybody", area_withheld=True, confirmed=True), text=WITHOUT_PLACES, replaces=before)
    assert list(refused.value.problems) == ["area_withheld"]


def test_a_title_that_names_the_area_is_refused() -> None:
    deposit = deposited(WITHOUT_PLACES)
    facts = Facts(title="Learning from Wessenmere", kind="local-review")
    wishes = Wishes(audience="everybody", area_withheld=True, confirmed=True)
    with pytest.raises(Refusal) as refused:
        actions.decide(deposit=deposit, by=person("Bea"), facts=facts, wishes=wishes, now=timezone.now())
    assert list(refused.value.problems) == ["title"]


@pytest.mark.parametrize("who", ["Noor", "Petra", "Chidi", "Theo"])
def test_nobody_else_deposits_for_a_partnership(who: str) -> None:
    deposit = deposited()
    given = {"by": person(who), "now": timezone.now()}
    with pytest.raises(PermissionDenied):
        actions.decide(deposit=deposit, facts=facts_of(deposit), wishes=OPEN, **given)  # type: ignore[arg-type]
    upload = SimpleUploadedFile("a.txt", b"A text.", "text/plain")
    with pytest.raises(PermissionDenied):
        actions.deposit(upload=upload, partnership=partnership(), **given)  # type: ignore[arg-type]


@pytest.fixture
def bea(client: Client) -> Client:
    client.force_login(person("Bea"))
    return client


def test_each_page_opens(bea: Client) -> None:
    deposit = deposited()
    names = (
        "library_deposit",
        "library_deposit_facts",
        "library_deposit_who",
        "library_deposit_text",
    )
    assert bea.get(reverse("library_deposits")).status_code == 200
    assert bea.get(reverse("library_upload")).status_code == 200
    assert bea.get(reverse("library_record")).status_code == 200
    for name in (*names, "library_deposit_version", "library_deposit_take_out"):
        assert bea.get(reverse(name, args=[deposit.key])).status_code == 200, name
    file = bea.get(reverse("library_deposit_file", args=[deposit.key]))
    assert file.getvalue() == REPORT.encode()
    bea.force_login(person("Noor"))
    for name in (*names, "library_deposit_file"):
        assert bea.get(reverse(name, args=[deposit.key])).status_code == 404, name


@pytest.mark.parametrize("wishes", [pytest.param(OPEN, id="open"), pytest.param(Wishes(), id="of our own people")])
def test_the_page_of_a_deposit_tells_it_in_words_with_its_whole_address(bea: Client, wishes: Wishes) -> None:
    deposit = deposited()
    facts = replace(facts_of(deposit), published="2024-06-03", ages=(0, 4))
    actions.decide(deposit=deposit, by=person("Bea"), facts=facts, wishes=wishes, now=timezone.now())
    page = bea.get(reverse("library_deposit", args=[deposit.key])).content.decode()
    assert "3 June 2024" in page
    assert "under 1, 4" in page
    address = reverse("library_document", args=[deposit.key])
    assert f">{settings.ADDRESS}{address}</a>" in page
    assert bea.get(address).status_code == 200


@pytest.mark.parametrize(
    ("wishes", "refused"),
    [
        pytest.param(OPEN, True, id="open to everybody"),
        pytest.param(Wishes(audience="everybody", area_withheld=True, confirmed=True), True, id="without the area"),
        pytest.param(
            Wishes(audience="everybody", text_withheld=True, withheld_reason="R8"), False, id="the record alone"
        ),
        pytest.param(Wishes(), False, id="our own people"),
    ],
)
def test_the_file_of_a_rapid_review_is_never_open_to_everybody(wishes: Wishes, refused: bool) -> None:
    deposit = deposited(WITHOUT_PLACES)
    facts = Facts(title="The lodger", kind="rapid-review")
    with pytest.raises(Refusal, match="only what is written anew") if refused else nullcontext():
        actions.decide(deposit=deposit, by=person("Bea"), facts=facts, wishes=wishes, now=timezone.now())


def test_it_is_told_before_anybody_decides_that_a_rapid_review_is_confidential(bea: Client) -> None:
    deposit = deposited()
    facts = replace(facts_of(deposit), kind="rapid-review")
    actions.correct(deposit=deposit, by=person("Bea"), facts=facts, now=timezone.now())
    page = bea.get(reverse("library_deposit_who", args=[deposit.key])).content.decode()
    assert "only what is written anew" in page


def test_from_the_upload_to_the_library(bea: Client, django_capture_on_commit_callbacks: object) -> None:
    upload = SimpleUploadedFile("rowan.txt", REPORT.encode(), "text/plain")
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        bea.post(reverse("library_upload"), {"documents": [upload]})
    deposit = Deposit.objects.get()
    page = bea.get(reverse("library_deposit_facts", args=[deposit.key])).content.decode()
    assert "The file says, on page 1" in page
    facts = {"title": "Child Rowan", "kind": "local-review", "published": "2024-06", "ages": "2", "area": "Wessenmere"}
    assert bea.post(reverse("library_deposit_facts", args=[deposit.key]), facts).status_code == 302
    who = reverse("library_deposit_who", args=[deposit.key])
    page = bea.get(who).content.decode()
    mark = page.split('name="mark" value="')[1].split('"')[0]
    stale = bea.post(who, {"audience": "everybody", "confirmed": "on", "mark": "another"})
    assert "Look at what the checks found" in stale.content.decode()
    assert bea.post(who, {"audience": "everybody", "confirmed": "on", "mark": mark}).status_code == 302
    assert found() == 1


def test_a_redacted_copy_is_made_and_can_be_open_without_the_area(
    bea: Client, django_capture_on_commit_callbacks: object
) -> None:
    deposit = deposited()
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        bea.post(reverse("library_deposit_redact", args=[deposit.key]))
    copy = Deposit.objects.get(replaces=deposit)
    text = copy.text.entry["text"].casefold()
    assert "wessenmere" not in text
    assert "wscp" not in text
    assert "neighbour" in text
    wishes = Wishes(audience="everybody", area_withheld=True, confirmed=True)
    actions.decide(deposit=copy, by=person("Bea"), facts=facts_of(copy), wishes=wishes, now=timezone.now())
    assert found() == 1
    kept = library().document(copy.key, EVERYBODY)
    assert kept
    assert (kept.area, kept.authorities, kept.regions, kept.address) == (None, (), (), "")
