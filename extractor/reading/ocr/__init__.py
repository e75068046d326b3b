"""Pages read from their picture: the engine for scans. Needs the extra ``ocr``."""
