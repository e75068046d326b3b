"""Misread characters of scans put right, each with a witness; between reading and layout."""
