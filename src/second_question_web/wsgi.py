"""The web application as a WSGI server takes it."""

import os

from django.core.wsgi import get_wsgi_application

from second_question_web.one_at_a_time import OneAtATime

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "second_question_web.settings")
application = OneAtATime(get_wsgi_application())
