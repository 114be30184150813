"""The template of a rapid review as data: `parts.RAPID_REVIEW_2021` is the whole of it, `parts.template_on` one review's."""
