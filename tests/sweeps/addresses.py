"""Prints who opens which page of an installation with the demo, for tests in a browser: `python -m tests.sweeps.addresses`.

It runs in a process of its own, with the settings and the database of that installation.
"""

import json

import django

if __name__ == "__main__":
    django.setup()
    from second_question_web.people.models import Person
    from tests.sweeps.pages import PAGES

    names = {one.email.partition("@")[0]: one.name for one in Person.objects.all()}
    pages = [page for page in PAGES if not (page.is_file or page.only_prepared)]
    print(json.dumps([[str(page), names.get(page.who.lower(), ""), page.address()] for page in pages]))
