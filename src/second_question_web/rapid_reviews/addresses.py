"""Where the pages of one rapid review are; its own file because every part of a review needs it."""

REVIEW = "notifications/<str:reference>/rapid-review/"
