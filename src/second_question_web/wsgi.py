"""The web application as a WSGI server takes it."""

import os

from django.core.wsgi import get_wsgi_application
from django.db.backends.signals import connection_created

from second_question_web.connections import keep_plans
from second_question_web.one_at_a_time import OneAtATime
from second_question_web.tidying import leave_it_to_us

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "second_question_web.settings")
connection_created.connect(keep_plans)
leave_it_to_us()
application = OneAtATime(get_wsgi_application())
