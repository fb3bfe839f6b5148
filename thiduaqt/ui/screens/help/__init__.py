"""Trợ giúp: the manual, offline."""
