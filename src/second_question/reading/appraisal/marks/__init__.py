"""The vocabulary of the appraisal: marks, each with the forms of words by which it is known. Pure data.

A form is a regular expression without groups over folded text that begins with two plain letters; a space stands for a hyphen
or a line break too; alternatives may stand at its beginning. A name before a dot gathers marks: `agency.` is any agency.
Within a layer the longer of two marks at one place counts; the layers know nothing of each other.
"""

from second_question.reading.appraisal.marks.agencies import AGENCIES
from second_question.reading.appraisal.marks.course import COURSE
from second_question.reading.appraisal.marks.judging import JUDGING
from second_question.reading.appraisal.marks.people import PEOPLE
from second_question.reading.appraisal.marks.process import PROCESS

LAYERS: tuple[dict[str, tuple[str, ...]], ...] = (PEOPLE, AGENCIES, JUDGING, {**PROCESS, **COURSE})
MARKS: dict[str, tuple[str, ...]] = {name: forms for layer in LAYERS for name, forms in layer.items()}
