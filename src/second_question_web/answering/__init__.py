"""Answers by question: how a record keeps them, what two people's differ in. Used by every form that is filled in here."""
