"""Every demo review."""

from second_question_web.demo.reviews.acts import ReviewStory
from second_question_web.demo.reviews.ivy import IVY
from second_question_web.demo.reviews.linnet import LINNET
from second_question_web.demo.reviews.ottilie import OTTILIE
from second_question_web.demo.reviews.under_way import ASTER, KIT, OTIS, SABLE

REVIEWS: tuple[ReviewStory, ...] = (LINNET, OTTILIE, IVY, ASTER, KIT, SABLE, OTIS)
