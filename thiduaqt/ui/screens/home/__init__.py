"""Việc cần làm: the first screen."""
