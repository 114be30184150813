"""Writes the handbook pages and the JSON Schema under docs/ from the rules, roles and forms, so that they cannot disagree.

`--check` writes nothing and fails when a page is not what the rules say.
"""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from second_question.exchange import notification_rows as register
from second_question.exchange.review import review_schema
from second_question.rules.access import PERMISSION_MEANING, ROLES, SCOPE_MEANING
from second_question.rules.checklist_grades import GRADES
from second_question.rules.checklists import CHECKLISTS, Judge
from second_question.rules.clocks import CLOCKS, NATIONAL_RULESETS
from second_question.rules.codebooks import Code, codebooks
from second_question.rules.notification import NOTIFICATION_FORM
from second_question.rules.phrases import PHRASES, VERSION
from second_question.rules.questions import Question, Section
from second_question.rules.rulesets import RULESETS, effective_to
from second_question.rules.template.checklist_questions import KNOWN
from second_question.rules.template.parts import OF_AN_AGENCY, PARTS, RAPID_REVIEW_2021, THEMES, record_kind
from second_question.rules.workflow import WORKFLOWS
from second_question_web.pathway import PATHWAY
from second_question_web.rapid_reviews.writing.prompts_words import KIND_WORDS

DOCS = Path(__file__).resolve().parents[1] / "docs"
MADE = "<!-- Made by `make docs` from the program's own definitions. Change those, not this page. -->\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; a bar inside a cell is escaped."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |" for line in lines) + "\n"


def roles() -> str:
    """Who may do what."""
    parts = ["# Roles: who may do what\n", MADE, "A page that declares no permission is refused to everybody.\n"]
    for role in ROLES:
        scopes = "; ".join(SCOPE_MEANING[scope] for scope in role.scopes)
        parts += [f"## {role.title}\n", f"{role.who}\n", f"Given for: {scopes}.\n"]
        parts.append("".join(f"- {PERMISSION_MEANING[p]} (`{p}`)\n" for p in sorted(role.permissions)))
    return "\n".join(parts)


def clocks() -> str:
    """Every deadline and where it comes from."""
    rows = [
        (c.title, c.rule, c.starts_when, _verified(c.verified_under), c.source, c.note, f"`{c.id}`") for c in CLOCKS
    ]
    heads = ("Clock", "Length", "Counted from", "Read in a source for", "Source", "Note", "Identifier")
    editions = [
        (r.title, r.effective_from, effective_to(r) or "today", "yes" if r.verified else "no", r.source, r.note)
        for r in RULESETS
    ]
    return "\n".join(
        [
            "# Clocks and the rules they come from\n",
            MADE,
            "A due date is computed from dates each time it is shown. Working days are Monday to Friday without the bank",
            "holidays of England and Wales. The day after the start is day 1 unless a partnership chooses otherwise.\n",
            table(heads, rows),
            "## Editions of the guidance\n",
            table(("Edition", "In force from", "Until", "Date verified", "Source", "Note"), editions),
        ]
    )


def _verified(under: Sequence[str]) -> str:
    if not under:
        return "**not verified**"
    missing = [r for r in NATIONAL_RULESETS if r not in under]
    return ", ".join(under) + (f" (not verified for {', '.join(missing)})" if missing else "")


def notification() -> str:
    """Every question of the notification."""
    parts = [f"# {NOTIFICATION_FORM.title} (`{NOTIFICATION_FORM.id}`)\n", MADE]
    for section in NOTIFICATION_FORM.sections:
        parts += [f"## {section.title}\n", f"Asked about: {section.record}. {section.help}\n"]
        parts.append(table(("Question", "Answer", "Notes", "Source", "Identifier"), map(_question, section.questions)))
    return "\n".join(parts)


def template() -> str:
    """Every question of the rapid review's template, part by part."""
    parts = [
        f"# The template of a rapid review (`{RAPID_REVIEW_2021.id}`)\n",
        MADE,
        "What must be answered before sending has a star. “Not known, because …” is an answer to it.",
        "A partnership adds questions of its own, and the Panel themes for everybody, from one day to another (R12).\n",
    ]
    for part in PARTS:
        parts.append(f"## {part.number}. {part.title}\n")
        for section in part.sections:
            parts += [f"### {section.title}\n", f"{_asked_of(section)} {section.help}".strip() + "\n"]
            rows = [(f"{'* ' if q.required else ''}{q.label}", *_question(q)[1:]) for q in section.questions]
            parts.append(table(("Question", "Answer", "Notes", "Source", "Identifier"), rows))
    parts += [
        "## Themes of the day\n",
        "Asked in part 7 of every review that was opened while the theme was in force.\n",
    ]
    themes = [(t.label, t.starts_on, t.ends_on or "today", t.source, f"`{t.code}`") for t in THEMES]
    parts.append(table(("Theme", "From", "Until", "Source", "Identifier"), themes))
    return "\n".join(parts)


def _asked_of(section: Section) -> str:
    kind = record_kind(section.record)
    if not kind.repeated:
        return "Asked once."
    least = " At least one is needed before sending." if kind.at_least else ""
    return f"{'Written by each agency' if kind.id in OF_AN_AGENCY else 'Asked'} for each {kind.one}.{least}"


def second_question() -> str:
    """What is noticed in a text, and the questions that are asked then."""
    kinds = [(words.title, words.notices, words.source, f"`{kind}`") for kind, words in KIND_WORDS.items()]
    phrases = [(p.phrase, p.question, p.source, f"`{p.id}`") for p in PHRASES]
    return "\n".join(
        [
            "# The second question\n",
            MADE,
            "What happened is the first question; why it happened so is the second, and so on until a reason in the system is",
            "reached (F1). While a review is written, the program shows what it notices, each time with a question. It can be",
            "wrong: a prompt never stands in the way of saving or sending, and a writer dismisses it with a reason.\n",
            "## What is noticed\n",
            table(("Prompt", "What it notices", "Source", "Identifier"), kinds),
            f"## Catchphrases (`{VERSION}`)\n",
            "A phrase is not wrong. It is shown so that its writer adds what it stands for. Its inflections are found too.\n",
            table(("Phrase", "The question that it leaves open", "Source", "Identifier"), phrases),
        ]
    )


def _question(question: Question) -> tuple[str, ...]:
    notes = [
        "needed before sending" if question.required else "",
        "may be “not known”, “not asked” or “refused”" if question.may_be_unanswered else "",
        "encrypted: identifies somebody" if question.identifies else "",
        "kept as it was at sending" if question.characteristic else "",
        f"asked when {question.shown_when.question} is {' or '.join(question.shown_when.answers)}"
        if question.shown_when
        else "",
    ]
    answers = "; ".join(option.label for option in question.options) or question.kind.replace("_", " ")
    return question.label, answers, "; ".join(filter(None, notes)), question.source, f"`{question.id}`"


def journey() -> str:
    """The states and steps of each stage, and which stage starts the next."""
    parts = ["# The journey: states, steps, and what starts what\n", MADE]
    parts.append(table(("When", "follows"), [(f"`{step.event}`", step.why) for step in PATHWAY]))
    for workflow in WORKFLOWS:
        parts.append(f"## {workflow.title.capitalize()}\n")
        rows = [
            (s.prose, ", ".join(workflow.label(f) for f in s.from_states), workflow.label(s.to), f"`{s.permission}`")
            for s in workflow.steps
        ]
        parts.append(table(("Step", "From", "To", "Needs"), rows))
    return "\n".join(parts)


def register_csv() -> str:
    """Every column of the Notifications CSV."""
    rows = [
        (
            f"`{column}`",
            meaning,
            _cell_of(column),
            _blank_of(column),
            "yes" if column in register.SHARED_COLUMNS else "",
        )
        for column, meaning in register.COLUMN_MEANING.items()
    ]
    heads = ("Column", "Holds", "Written as", "Left empty", "Same in all rows of a notification")
    intro = (
        "One row a child, in UTF-8, with commas. Columns may stand in any order. Columns of your own are kept.",
        "The rows of one notification need not stand together. In a download a cell that a spreadsheet would run as a",
        "formula has an apostrophe in front; it is taken away again when the file is read.\n",
    )
    return "\n".join(["# The Notifications CSV\n", MADE, *intro, table(heads, rows)])


def codebook_pages() -> str:
    """Every code of the codebooks, with what belongs to it and what does not."""
    parts = [
        "# Codebooks\n",
        MADE,
        "Examples are invented. `second-question themes` suggests these codes for passages.\n",
    ]
    for book in codebooks().values():
        rows = [
            (f"`{c.code}`", c.title, c.definition, _listed(c.include), _listed(c.exclude), _in_use(c))
            for c in book.codes
        ]
        heads = ("Code", "Title", "Covers", "Include", "Exclude", "In use")
        parts += [f"## {book.title}\n", f"`{book.id}`. Source: {book.source}.\n", table(heads, rows)]
    return "\n".join(parts)


def _listed(said: Sequence[str]) -> str:
    return "; ".join(said)


def _in_use(code: Code) -> str:
    return f"{code.began or ''} to {code.ended or 'today'}".strip() if code.began or code.ended else "always"


def checklists() -> str:
    """Every item of the checklists for finished reviews."""
    judges = {Judge.AUTO: "the software proposes, a person decides", Judge.HUMAN: "a person"}
    parts = ["# Checklists for finished reviews\n", MADE, "A checklist records features; it ranks nobody (A3).\n"]
    for checklist in CHECKLISTS:
        heads = ["Item", "Answered by", "Source", "Identifier"]
        rows = [[item.text, judges[item.judge], item.source, f"`{item.id}`"] for item in checklist.items]
        if any(item.id in KNOWN for item in checklist.items):
            heads.append("On the template, known from")
            rows = [[*row, _known_from(item.id)] for row, item in zip(rows, checklist.items, strict=True)]
        parts += [f"## {checklist.title} (`{checklist.id}`)\n", f"Source: {checklist.source}.\n"]
        parts.append(table(heads, rows))
        graded = [[f"`{item.id}`", item.text, GRADES[item.id]] for item in checklist.items if item.id in GRADES]
        if graded:
            parts += ["### When an answer is yes, partly or no\n", table(["Identifier", "Item", "Answer"], graded)]
    return "\n".join(parts)


def _known_from(item: str) -> str:
    """The questions of the template whose answers settle an item."""
    needed = KNOWN[item].needed if item in KNOWN else ()
    named = (f"`{one.kind}.{question}`" for one in needed for either in one.all_of for question in either)
    return ", ".join(dict.fromkeys(named))


def _cell_of(column: str) -> str:
    codes = {
        "nature": register.NATURE_CODES,
        "likely_cause": register.CAUSE_CODES,
        "age_group": (*register.AGE_GROUPS, register.UNKNOWN_AGE),
        "sex": register.SEX_CODES,
        "ethnicity": register.ETHNICITY_CODES,
        "features": register.FEATURE_CODES,
        "focus_child": ("yes", "no"),
    }
    if column in codes:
        return ", ".join(f"`{code}`" for code in codes[column])
    if column.endswith("_on"):
        return "year-month-day, such as 2026-01-31"
    return f"whole number, 0 to {register.OLDEST}" if column == "age_years" else "text"


def _blank_of(column: str) -> str:
    if column in register.REQUIRED_COLUMNS:
        return "refused"
    if any(column in names for names in register.EXPECTED_COLUMNS):
        return "not known; a warning where the whole column is missing"
    return "" if column in ("child_id", "focus_child", "features") else "not known"


def rapid_review_schema() -> str:
    """The JSON Schema of a rapid review."""
    return json.dumps(review_schema(), ensure_ascii=False, indent=2) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "handbook/roles.md": roles,
    "handbook/clocks.md": clocks,
    "handbook/notification.md": notification,
    "handbook/journey.md": journey,
    "handbook/register-csv.md": register_csv,
    "handbook/checklists.md": checklists,
    "handbook/codebook.md": codebook_pages,
    "handbook/rapid-review-template.md": template,
    "handbook/second-question.md": second_question,
    "schemas/rapid-review-2021.schema.json": rapid_review_schema,
}


def main(arguments: Sequence[str]) -> int:
    """Writes every page, or says which is old."""
    old = [name for name, make in PAGES.items() if _current(name) != make()]
    if "--check" in arguments:
        for name in old:
            print(f"docs/{name} is not what the rules say; run `make docs`", file=sys.stderr)
        return 1 if old else 0
    for name in old:
        (DOCS / name).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / name).write_text(PAGES[name]())
        print(f"wrote docs/{name}")
    return 0


def _current(name: str) -> str:
    path = DOCS / name
    return path.read_text() if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
