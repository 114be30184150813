"""The Django application: pages, people, records and jobs."""
