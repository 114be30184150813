"""The addresses of background work."""

from django.urls import path

from second_question_web.jobs.views.every import every_job
from second_question_web.jobs.views.one import job_progress, one_job, retry_job

urlpatterns = [
    path("jobs/", every_job, name="jobs"),
    path("jobs/<uuid:job_id>/", one_job, name="job"),
    path("jobs/<uuid:job_id>/progress/", job_progress, name="job_progress"),
    path("jobs/<uuid:job_id>/retry/", retry_job, name="job_retry"),
]
