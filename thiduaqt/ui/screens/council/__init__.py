"""Xét duyệt: the council's session from attendance to minutes."""
