"""The documentation: generated pages are fresh, examples are real, the site holds together."""
