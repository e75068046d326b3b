"""Tests of the grammar: pure text in, spans out."""
