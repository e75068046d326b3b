"""Agendas whose content is known, typeset and read back."""
