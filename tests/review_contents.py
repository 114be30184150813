"""Random rapid reviews for properties: any answers, any own questions, and texts as nasty as people and programs make them."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from second_question.rules.completeness import questions_that_apply
from second_question.rules.questions import Form, Kind, Question, Unanswered
from second_question.rules.template.codes import OUTCOMES
from second_question.rules.template.content import (
    AgencyAnswer,
    ContentDecision,
    ContentRecord,
    ContentSignature,
    ReviewContent,
    in_order,
)
from second_question.rules.template.parts import (
    OF_AN_AGENCY,
    RAPID_REVIEW_2021,
    RECORD_KINDS,
    THEMES,
    OwnQuestion,
    template_with,
)

NASTY = (
    '#eval("1") $x$ *bold* _em_ `raw` @ref <label> #import "x" = heading',
    '{ TOC \\o "1-3" } { HYPERLINK "http://nowhere.invalid" } «MERGEFIELD»',
    '</w:t></w:r><w:fldSimple w:instr="DATE"/> & <b>&amp;</b> ]]> <!-- -->',
    '</text><script>alert(1)</script>" onload="x',
    "👩‍👧‍👦🏽 مرحبا بالعالم שלום עולם 𝕏 ﷽ 漢字かな",
    "control \x00\x01\x08\x0b\x0c\x1b\x1f\x7f\x85\ufffe\uffff end",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3,
    "one\ttwo\r\nthree\n\n\n  four\u2028five\u2029six",
    "a\u0301\u0327\u200b\u200e\u202e\u2066 zalgo\u0335\u0336",
    "'\"‘’“”—…\\ \\u0041 %s {0} {{x}}",
)
TEXTS = st.one_of(
    st.sampled_from(NASTY), st.text(max_size=40), st.text(alphabet="abc xyz.\n", min_size=1, max_size=300)
)
LINES = st.one_of(st.sampled_from(NASTY), st.text(max_size=30))
DATES = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))
MOMENTS = st.datetimes(datetime(1971, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  the zone is added
CODES = st.text(alphabet="abcdefE0123456789_", min_size=1, max_size=9)
SEVERAL = st.lists(CODES, unique=True, max_size=4).map(tuple)

_OF_KIND: dict[Kind, st.SearchStrategy[object]] = {
    Kind.TEXT: LINES,
    Kind.LONG_TEXT: TEXTS,
    Kind.DATE: DATES,
    Kind.TIME: st.times(),
    Kind.NUMBER: st.integers(min_value=0, max_value=10**9),
    Kind.CHOICE: CODES,
    Kind.CHOICES: SEVERAL,
    Kind.YES_NO: st.booleans(),
    Kind.AREA: CODES,
    Kind.AREAS: SEVERAL,
    Kind.ORGANISATIONS: SEVERAL,
}


def answers_to(question: Question) -> st.SearchStrategy[object]:
    """Any answer to that question."""
    codes = [option.code for option in question.options]
    if codes and question.kind is Kind.CHOICE:
        return st.sampled_from(codes)
    if codes and question.kind is Kind.CHOICES:
        return st.lists(st.sampled_from(codes), unique=True, max_size=4).map(tuple)
    return _OF_KIND[question.kind]


def own_questions() -> st.SearchStrategy[list[OwnQuestion]]:
    """Questions that a partnership may have added, to any section and of any kind."""
    sections = st.sampled_from([section.id for section in RAPID_REVIEW_2021.sections])
    labels = st.text(min_size=1, max_size=30).filter(str.strip)
    ids = st.integers(1, 99).map(lambda number: f"own_{number}")
    question = st.builds(OwnQuestion, ids, sections, labels, LINES, st.sampled_from(Kind))
    return st.lists(question, max_size=4, unique_by=lambda own: own.id)


def forms() -> st.SearchStrategy[Form]:
    """The template as any review may have it."""
    themes = st.lists(st.sampled_from([theme.code for theme in THEMES]), unique=True)
    return st.builds(template_with, themes, own_questions())


@st.composite
def records(draw: st.DrawFn, form: Form, kind: str, number: int) -> ContentRecord:
    """One record with some of its questions answered, and reasons for some others."""
    answers: dict[str, object] = {}
    unanswered: dict[str, Unanswered] = {}
    for question in draw(st.lists(st.sampled_from(form.questions_of(kind)), max_size=12, unique_by=lambda q: q.id)):
        if question.may_be_unanswered and draw(st.booleans()):
            unanswered[question.id] = draw(st.sampled_from(Unanswered))
        else:
            answers[question.id] = draw(answers_to(question))
    agency = draw(LINES) if kind in OF_AN_AGENCY else ""
    return ContentRecord(kind, number, answers, unanswered, agency)


@st.composite
def contents(draw: st.DrawFn) -> ReviewContent:
    """Any rapid review: empty, half written, odd, or full of nasty texts. Its records are in the template's order."""
    form = draw(forms())
    kinds = [kind.id for kind in RECORD_KINDS for _ in range(draw(st.integers(0, 2)) if kind.repeated else 1)]
    made = [draw(records(form, kind, number)) for number, kind in enumerate(kinds, start=1)]
    return ReviewContent(
        form=form,
        reference=draw(LINES),
        area=draw(LINES),
        records=tuple(in_order(made)),
        version=draw(st.integers(0, 20)),
        opened_on=draw(st.none() | DATES),
        due_on=draw(st.none() | DATES),
        sent_on=draw(st.none() | DATES),
        late_reason=draw(TEXTS),
        decisions=tuple(draw(st.lists(_decisions(), max_size=2))),
        agencies=tuple(draw(st.lists(_agency_answers(), max_size=2))),
        contributing_areas=tuple(draw(st.lists(LINES, max_size=2))),
        fictional=draw(st.booleans()),
    )


def shown_answers(form: Form, record: ContentRecord) -> list[Question]:
    """The questions that a document tells of that record: those that apply and have an answer."""
    asked = questions_that_apply(form, record.kind, record.answers, record.unanswered)
    return [question for question in asked if question.id in record.answers]


def _agency_answers() -> st.SearchStrategy[AgencyAnswer]:
    return st.builds(AgencyAnswer, LINES, LINES, LINES, st.none() | DATES)


def _decisions() -> st.SearchStrategy[ContentDecision]:
    signature = st.builds(ContentSignature, LINES, LINES, TEXTS, LINES, LINES, st.none() | MOMENTS, LINES)
    outcomes = st.sampled_from([outcome.code for outcome in OUTCOMES])
    signatures = st.lists(signature, max_size=3).map(tuple)
    return st.builds(ContentDecision, st.integers(1, 9), outcomes, DATES, TEXTS, signatures)
