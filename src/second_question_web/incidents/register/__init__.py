"""The register: every notification that a person may see, as a list, as a file, and brought in from a file."""
