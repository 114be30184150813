"""Home pages, calendar and alerts."""
