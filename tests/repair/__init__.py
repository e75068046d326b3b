"""Tests of what is put right in recognised text."""
