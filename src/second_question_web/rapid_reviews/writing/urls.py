"""The addresses of this part of a rapid review."""

from django.urls import URLPattern, path

from second_question_web.rapid_reviews.addresses import REVIEW
from second_question_web.rapid_reviews.writing.views import (
    added_questions,
    comments,
    history,
    keep,
    pathway,
    prompts,
    read,
    records,
    section,
    template_files,
)

SECTION = f"{REVIEW}sections/<str:slug>/"
RECORD = f"{SECTION}<int:place>/"
COMMENT = f"{REVIEW}comments/<int:key>/"
SECOND_QUESTION = f"{REVIEW}second-question/"
PATHWAY = f"{REVIEW}pathway/"
QUESTIONS = "rapid-reviews/questions/"
TEMPLATE = "rapid-reviews/template/"

urlpatterns: list[URLPattern] = [
    path(SECTION, section.section, name="review_section"),
    path(RECORD, section.section, name="review_section"),
    path(f"{SECTION}keep/", keep.keep, name="review_keep"),
    path(f"{RECORD}keep/", keep.keep, name="review_keep"),
    path(f"{SECTION}drop/", keep.drop, name="review_drop"),
    path(f"{RECORD}drop/", keep.drop, name="review_drop"),
    path(f"{RECORD}history/<str:question>/", history.history, name="review_answer_history"),
    path(f"{REVIEW}add/<str:kind>/", section.add, name="review_add"),
    path(f"{REVIEW}add/<str:kind>/keep/", keep.keep_new, name="review_keep_new"),
    path(f"{REVIEW}add/<str:kind>/drop/", keep.drop_new, name="review_drop_new"),
    path(f"{REVIEW}remove/<str:kind>/<int:place>/", records.remove, name="review_remove"),
    path(f"{REVIEW}put-back/<str:kind>/<int:place>/", records.put_back, name="review_put_back"),
    path(f"{REVIEW}take-over/", records.take_over, name="review_take_over"),
    path(f"{REVIEW}read/", read.read, name="review_read"),
    path(f"{REVIEW}comments/", comments.comments, name="review_comments"),
    path(f"{REVIEW}comments/make/", comments.make, name="review_comment"),
    path(f"{COMMENT}reply/", comments.reply, name="review_comment_reply"),
    path(f"{COMMENT}settle/", comments.settle, name="review_comment_settle"),
    path(f"{COMMENT}reopen/", comments.reopen, name="review_comment_reopen"),
    path(SECOND_QUESTION, prompts.prompts, name="review_prompts"),
    path(f"{SECOND_QUESTION}dismiss/", prompts.dismiss, name="review_prompt_dismiss"),
    path(f"{SECOND_QUESTION}take-back/", prompts.take_back, name="review_prompt_take_back"),
    path(f"{SECOND_QUESTION}beside/<str:slug>/<int:place>/", prompts.live, name="review_prompts_live"),
    path(PATHWAY, pathway.pathway, name="review_pathway"),
    path(f"{PATHWAY}picture.svg", pathway.picture, name="review_pathway_picture"),
    path(f"{PATHWAY}moment/", pathway.make_moment, name="review_moment_from_episode"),
    path(f"{PATHWAY}episode/", pathway.take_episode, name="review_episode_from_agency"),
    path(QUESTIONS, added_questions.questions, name="review_questions"),
    path(f"{QUESTIONS}add/", added_questions.add, name="review_question_add"),
    path(f"{QUESTIONS}<int:key>/", added_questions.question, name="review_question"),
    path(f"{QUESTIONS}<int:key>/change/", added_questions.change, name="review_question_change"),
    path(f"{QUESTIONS}<int:key>/end/", added_questions.end, name="review_question_end"),
    path(TEMPLATE, template_files.template, name="review_template"),
    path(f"{TEMPLATE}blank.<str:ending>", template_files.blank, name="review_blank_form"),
    path(f"{TEMPLATE}schema.json", template_files.schema, name="review_schema"),
]
