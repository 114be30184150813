"""The decision, the partners’ signatures, and the numbered versions that are sent to the Panel."""
