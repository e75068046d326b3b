"""A window into the machine: what each stage made of a page, with the rule that decided (``un-agenda look``)."""
