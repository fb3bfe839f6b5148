"""Nhập từ Excel: a list in four steps, written only in the last."""
