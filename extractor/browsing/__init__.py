"""The pages of ``un-agenda browse`` before those of Datasette: start, search, and each paper as an agenda."""
