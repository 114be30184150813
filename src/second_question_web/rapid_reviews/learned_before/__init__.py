"""Has this been learned before? What a review says, beside what the library holds; cited with what became of it (F5, R11)."""
