"""Hồ sơ đề nghị: the list of nominations, one dossier in full, the way to the council."""
