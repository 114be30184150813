"""The pathways of a review: its moments in order, as a table and as a picture of the same content (W1 to W3)."""
