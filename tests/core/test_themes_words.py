"""Words and stems, and what speaks for a code in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_question.reading.themes.stems import words_of
from second_question.reading.themes.wording import Wordings
from second_question.rules.codebooks import Code, Codebook, Wording


def book(*codes: Code) -> Codebook:
    return Codebook("test/1", "Test", codes)


def wordings(strong: tuple[str, ...], some: tuple[str, ...] = (), never: tuple[str, ...] = ()) -> Wordings:
    return Wordings(book(Code("it", "It", "It.", words=Wording(strong, some, never))))


def said(text: str, looked_for: Wordings) -> list[tuple[str, bool]]:
    words = words_of(text)
    evidence = looked_for.evidence_in(words).get("it")
    hits = sorted(evidence.hits, key=lambda hit: hit.first) if evidence else []
    return [(text[words.spans[hit.first][0] : words.spans[hit.end - 1][1]], hit.strong) for hit in hits]


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("share information", "They were SHARING\ninformation daily.", ["SHARING\ninformation"]),
        ("self-harm", "A history of self harming and of self‑harm.", ["self harming", "self‑harm"]),
        ("child's voice", "The child’s voice was heard.", ["child’s voice"]),
        ("IT systems", "It systems were slow; IT systems were slower.", ["IT systems"]),
        ("=sexuality", "Sexual abuse, and sexuality.", ["sexuality"]),
        ("mother … depression", "His mother had a long depression.", ["mother had a long depression"]),
        ("mother … depression", "His mother left. Depression followed.", []),
        ("mother … depression", "Mother said that she thought it was depression.", []),
        ("training", "Constraining and straining.", []),
        ("babies", "Baby T was asleep, as babies are.", ["babies"]),
        ("school roll", "At the end of school. Roll on summer.", []),
    ],
)
def test_a_form_is_met_in_its_inflections_and_within_a_sentence(form: str, text: str, found: list[str]) -> None:
    assert said(text, wordings((form,))) == [(words, True) for words in found]


def test_strong_words_come_before_others_and_the_longest_before_its_parts() -> None:
    looked_for = wordings(("risk assessment",), some=("risk", "assessment"))
    assert said("A risk assessment of every risk.", looked_for) == [("risk assessment", True), ("risk", False)]


def test_within_words_that_never_count_nothing_counts() -> None:
    looked_for = wordings(("bullying",), never=("bullying of staff",))
    assert said("Bullying of staff, and bullying.", looked_for) == [("bullying", True)]


SPORT = Code("sport", "Football and swimming", "Matches, pools and teams.", include=("goals that were scored",))
MUSIC = Code("music", "Singing", "Choirs and teams that sing.")
TALK = Code("talk", "Talking", "Speech.")


def test_a_code_without_words_is_known_by_its_title_and_beside_it_by_its_definition() -> None:
    evidence = Wordings(book(SPORT, MUSIC, TALK)).evidence_in(words_of("They went swimming, and she scored."))
    assert {(hit.form, hit.strong) for hit in evidence["sport"].hits} == {(("swim",), True), (("score",), False)}
    assert set(evidence) == {"sport"}


def test_a_word_of_most_definitions_tells_nothing() -> None:
    evidence = Wordings(book(SPORT, MUSIC, TALK)).evidence_in(words_of("Teams."))
    assert evidence == {}


@given(st.text(alphabet="aB' .’-\n…=é1", max_size=60))
def test_words_stand_in_the_text_in_their_order(text: str) -> None:
    words = words_of(text)
    assert len(words.stems) == len(words.exact) == len(words.capitals) == len(words.spans) == len(words.sentences)
    ends = [0, *(end for _, end in words.spans)]
    assert all(end <= start < last for end, (start, last) in zip(ends, words.spans, strict=False))
    assert list(words.sentences) == sorted(words.sentences)
